package org.closecall.metrics;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The differences on an incident's time line, in minutes. Vendors disagree on where they start: here detection,
 * mitigation and resolution are measured from the start of the impact, acknowledgement from detection. A violated
 * order is flagged and costs only the difference it makes negative.
 */
public record ResponseTimes(Difference timeToDetect, Difference timeToAcknowledge, Difference timeToMitigate,
        Difference timeToResolve, Set<Flag> flags) {

    public enum Flag {
        /** The start of the impact is unknown: mitigation and resolution are measured from detection. */
        IMPACT_START_ASSUMED,
        ORDER_VIOLATION,
        /** A moment lies more than {@link DataFlag#CLOCK_SKEW} after now; what starts there is left out. */
        IN_FUTURE
    }

    /** How many of all incidents have a difference: "known for 9 of 12". Those without impact are not expected to. */
    public record Coverage(int known, int open, int of) {
    }

    public static ResponseTimes of(Timeline timeline, Instant now) {
        var passedAcknowledgement = timeline.mitigated().isPast() || timeline.resolved().isPast();
        var detect = Difference.detection(timeline.impactStart(), timeline.detected(), now);
        var acknowledge = Difference.between(timeline.detected(), timeline.acknowledged(), passedAcknowledgement, now);
        var mitigate = Difference.between(timeline.origin(), timeline.mitigated(), timeline.resolved().isPast(), now);
        var resolve = Difference.between(timeline.origin(), timeline.resolved(), false, now);
        var flags = flags(timeline, Stream.of(detect, acknowledge, mitigate, resolve), now);
        return new ResponseTimes(detect, acknowledge, mitigate, resolve, flags);
    }

    private static Set<Flag> flags(Timeline timeline, Stream<Difference> differences, Instant now) {
        var flags = EnumSet.noneOf(Flag.class);
        if (timeline.impactStartAssumed()) {
            flags.add(Flag.IMPACT_START_ASSUMED);
        }
        if (timeline.resolvedBeforeMitigated()
                || differences.anyMatch(one -> one.state() == Difference.State.OUT_OF_ORDER)) {
            flags.add(Flag.ORDER_VIOLATION);
        }
        if (timeline.anyInFuture(now)) {
            flags.add(Flag.IN_FUTURE);
        }
        return flags;
    }

    /** Counts one kind of difference over many incidents. */
    public static Coverage coverage(Collection<Difference> differences) {
        var states = differences.stream().map(Difference::state).toList();
        return new Coverage(Collections.frequency(states, Difference.State.KNOWN),
                Collections.frequency(states, Difference.State.OPEN),
                states.size() - Collections.frequency(states, Difference.State.NO_IMPACT));
    }
}
