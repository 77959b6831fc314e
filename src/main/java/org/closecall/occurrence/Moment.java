package org.closecall.occurrence;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.closecall.metrics.Stamp;

/** A moment in a life: at a time, or said not to have come yet, to be unknown, or (impact) never to have been. */
@Embeddable
public record Moment(@Enumerated(EnumType.STRING) State state, Instant at) {

    public enum State {
        AT("At"), NOT_YET("Not yet"), UNKNOWN("Unknown"), NONE("None");

        public final String label;

        State(String label) {
            this.label = label;
        }
    }

    public static final Moment NOT_YET = new Moment(State.NOT_YET, null);
    public static final Moment UNKNOWN = new Moment(State.UNKNOWN, null);
    public static final Moment NONE = new Moment(State.NONE, null);

    public static Moment at(Instant at) {
        return new Moment(State.AT, at);
    }

    public boolean known() {
        return state == State.AT;
    }

    /** It came, whether or not anybody knows when. */
    public boolean passed() {
        return state == State.AT || state == State.UNKNOWN;
    }

    public boolean none() {
        return state == State.NONE;
    }

    public Stamp stamp() {
        return switch (state) {
            case AT -> Stamp.at(at);
            case NOT_YET -> Stamp.NOT_YET;
            case UNKNOWN -> Stamp.UNKNOWN;
            case NONE -> Stamp.NONE;
        };
    }

    /** As histories keep it: an instant, or why there is none. Null for anything else. */
    public static Moment read(String text) {
        for (var state : State.values()) {
            if (state != State.AT && state.label.toLowerCase().equals(text)) {
                return new Moment(state, null);
            }
        }
        try {
            return text == null ? null : at(Instant.parse(text));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    public String text() {
        return known() ? at.toString() : state.label.toLowerCase();
    }

    /** Null unless both are known; negative when the other came first. */
    public Duration until(Moment later) {
        return known() && later.known() ? Duration.between(at, later.at) : null;
    }
}
