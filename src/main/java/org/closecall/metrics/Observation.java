package org.closecall.metrics;

/**
 * How long something was watched and whether it came to its end meanwhile; if not, it is right-censored: it took at
 * least this long.
 *
 * @param time in any unit, zero or more; otherwise {@link IllegalArgumentException}
 */
public record Observation(double time, boolean event) {
    public Observation {
        if (!(time >= 0) || Double.isInfinite(time)) {
            throw new IllegalArgumentException("not a duration: " + time);
        }
    }
}
