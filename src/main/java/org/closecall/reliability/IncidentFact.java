package org.closecall.reliability;

import java.time.Instant;
import org.closecall.metrics.DataFlag;
import org.closecall.metrics.ResponseTimes;
import org.closecall.metrics.Span;
import org.closecall.metrics.Timeline;
import org.closecall.occurrence.Detection;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Severity;

/**
 * What figures need to know of an incident.
 *
 * @param occurredAt its start, or the first moment known
 * @param timed what of it was worked out before
 */
public record IncidentFact(long id, long number, Severity severity, Detection detection, Instant occurredAt, Moment started,
        Moment impact, Moment detected, Moment acknowledged, Moment mitigated, Moment resolved, Timed timed) {

    IncidentFact(long id, long number, Severity severity, Detection detection, Instant occurredAt, Moment started, Moment impact, Moment detected, Moment acknowledged, Moment mitigated, Moment resolved) {
        this(id, number, severity, detection, occurredAt, started, impact, detected, acknowledged, mitigated, resolved, new Timed());
    }

    /** One of which only the beginning matters. */
    static IncidentFact start(long id, long number, Instant at) {
        return new IncidentFact(id, number, null, Detection.UNKNOWN, at, null, null, null, null, null, null);
    }

    boolean counted(Instant now) {
        return DataFlag.of(Span.endUnknown(occurredAt), now).inFrequency();
    }

    boolean open() {
        return !resolved.passed();
    }

    ResponseTimes times(Instant now) {
        return timed.at(now, () -> ResponseTimes.of(new Timeline(impact.stamp(), detected.stamp(), acknowledged.stamp(), mitigated.stamp(),
                resolved.stamp()), now));
    }

    /** Found by an experiment of our own: no measure of what monitoring sees. */
    boolean drill() {
        return detection == Detection.EXPERIMENT;
    }

    org.closecall.metrics.Detection caught() {
        return org.closecall.metrics.Detection.classify(source(), impact.stamp(), detected.stamp());
    }

    private org.closecall.metrics.Detection.Source source() {
        if (detection == Detection.UNKNOWN) {
            return org.closecall.metrics.Detection.Source.UNKNOWN;
        }
        return detection.machine ? org.closecall.metrics.Detection.Source.MONITORING
                : org.closecall.metrics.Detection.Source.HUMAN_OR_CUSTOMER;
    }
}
