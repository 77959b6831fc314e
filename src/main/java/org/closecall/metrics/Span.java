package org.closecall.metrics;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * From when to when an incident lasted, as recorded: the end may precede the start, lie ahead, or be lacking.
 *
 * @param end null: still open, or over at a time nobody knows
 */
public record Span(Instant start, Instant end, boolean open) {
    public Span {
        Objects.requireNonNull(start, "an incident without a start has no span");
        if (open && end != null) {
            throw new IllegalArgumentException("open, yet ended " + end);
        }
    }

    public static Span closed(Instant start, Instant end) {
        return new Span(start, Objects.requireNonNull(end), false);
    }

    public static Span stillOpen(Instant start) {
        return new Span(start, null, true);
    }

    public static Span endUnknown(Instant start) {
        return new Span(start, null, false);
    }

    /** The time it covers so far, an open one up to now; empty when the end is unknown or before the start. */
    public Optional<TimeRange> covered(Instant now) {
        if (open) {
            return Optional.of(new TimeRange(start, now.isAfter(start) ? now : start));
        }
        return end == null || end.isBefore(start) ? Optional.empty() : Optional.of(new TimeRange(start, end));
    }
}
