package org.closecall.metrics;

import java.time.Instant;

/**
 * A moment in the course of an incident, or why there is none.
 *
 * @param at null unless the state is KNOWN
 */
public record Stamp(State state, Instant at) {
    public enum State {
        KNOWN,
        NOT_YET,
        /** It happened, nobody knows when. */
        UNKNOWN,
        /** It never happens, as when no customer was affected. */
        NONE
    }

    public static final Stamp NOT_YET = new Stamp(State.NOT_YET, null);
    public static final Stamp UNKNOWN = new Stamp(State.UNKNOWN, null);
    public static final Stamp NONE = new Stamp(State.NONE, null);

    public Stamp {
        if ((state == State.KNOWN) != (at != null)) {
            throw new IllegalArgumentException(state + " at " + at);
        }
    }

    public static Stamp at(Instant moment) {
        return new Stamp(State.KNOWN, moment);
    }

    public boolean isKnown() {
        return state == State.KNOWN;
    }

    boolean isPast() {
        return state == State.KNOWN || state == State.UNKNOWN;
    }
}
