package org.closecall.reliability;

import java.time.Instant;
import org.closecall.metrics.DataFlag;
import org.closecall.metrics.Span;
import org.closecall.occurrence.StoppedBy;

/** What figures need to know of a near miss. */
public record NearMissFact(long id, long number, Instant occurredAt, StoppedBy stoppedBy) {

    boolean counted(Instant now) {
        return DataFlag.of(Span.endUnknown(occurredAt), now).inFrequency();
    }
}
