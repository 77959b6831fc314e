package org.closecall.metrics;

import java.time.Instant;
import java.util.Optional;

/**
 * Minutes between two moments of an incident, or why there are none.
 *
 * @param minutes set when KNOWN, and when OPEN: the minutes so far
 */
public record Difference(State state, Double minutes) {
    public enum State {
        KNOWN,
        /** The second moment is still to come: censored at now. */
        OPEN,
        /** One of the moments is not recorded. */
        MISSING,
        /** Measured from the impact, and there was none. */
        NO_IMPACT,
        /** The second moment comes before the first: left out, listed. */
        OUT_OF_ORDER,
        /** The first moment lies in the future: left out, listed. */
        IN_FUTURE
    }

    /** Detection after impact starts: may be negative, which is good news, and is never open. */
    static Difference detection(Stamp impactStart, Stamp detected, Instant now) {
        var difference = between(impactStart, detected, true, now);
        return difference.state == State.OUT_OF_ORDER
                ? new Difference(State.KNOWN, TimeRange.minutes(impactStart.at(), detected.at())) : difference;
    }

    /** @param passed a later stage is over, so a second moment not recorded is missing rather than still to come */
    static Difference between(Stamp from, Stamp to, boolean passed, Instant now) {
        if (!from.isKnown()) {
            return new Difference(from.state() == Stamp.State.NONE ? State.NO_IMPACT : State.MISSING, null);
        }
        if (DataFlag.isFuture(from.at(), now)) {
            return new Difference(State.IN_FUTURE, null);
        }
        if (!to.isKnown()) {
            return to.state() == Stamp.State.NOT_YET && !passed
                    ? new Difference(State.OPEN, Math.max(0, TimeRange.minutes(from.at(), now)))
                    : new Difference(State.MISSING, null);
        }
        var minutes = TimeRange.minutes(from.at(), to.at());
        return minutes < 0 ? new Difference(State.OUT_OF_ORDER, null) : new Difference(State.KNOWN, minutes);
    }

    /** Whether detection came before the impact. */
    public boolean beforeImpact() {
        return state == State.KNOWN && minutes < 0;
    }

    /** As input for {@link KaplanMeier}; empty without minutes and for a negative difference. */
    public Optional<Observation> observation() {
        return minutes == null || minutes < 0 ? Optional.empty()
                : Optional.of(new Observation(minutes, state == State.KNOWN));
    }
}
