package org.closecall.occurrence;

import java.time.Instant;

/** Placeholder shape until the record page draws it. */
public record LifeLine(Instant now) {

    public static LifeLine of(Occurrence occurrence, Instant now) {
        return new LifeLine(now);
    }
}
