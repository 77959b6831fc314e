package org.closecall.metrics;

import java.time.Duration;
import java.time.Instant;

/**
 * What is odd about a recorded span and where it may still be used. Bad data is flagged and listed, never corrected:
 * clamping a negative duration to zero would make the figures look better.
 */
public enum DataFlag {
    NONE(true, true),
    /** It ended before it started: counted, but no duration. */
    NEGATIVE_DURATION(true, false),
    /** It ended as it started: kept, except in statistics on logarithms. */
    ZERO_DURATION(true, true),
    /** It starts more than {@link #CLOCK_SKEW} after now: in no figure. */
    IN_FUTURE(false, false),
    /** It has started, but is said to end more than {@link #CLOCK_SKEW} after now: kept as recorded. */
    END_IN_FUTURE(true, true),
    /** It is over, nobody knows since when: counted, but no duration. */
    END_UNKNOWN(true, false);

    /** How far a clock may run ahead before a moment counts as being in the future. */
    public static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final boolean inFrequency;
    private final boolean inDurations;

    DataFlag(boolean inFrequency, boolean inDurations) {
        this.inFrequency = inFrequency;
        this.inDurations = inDurations;
    }

    /** The most serious flag of a span; {@link #NONE} also for an open one. */
    public static DataFlag of(Span span, Instant now) {
        if (isFuture(span.start(), now)) {
            return IN_FUTURE;
        }
        if (span.end() == null) {
            return span.open() ? NONE : END_UNKNOWN;
        }
        if (!span.end().isAfter(span.start())) {
            return span.end().equals(span.start()) ? ZERO_DURATION : NEGATIVE_DURATION;
        }
        return isFuture(span.end(), now) ? END_IN_FUTURE : NONE;
    }

    static boolean isFuture(Instant moment, Instant now) {
        return moment.isAfter(now.plus(CLOCK_SKEW));
    }

    /** Whether it counts as an incident. */
    public boolean inFrequency() {
        return inFrequency;
    }

    /** Whether its duration, so far for an open one, may be used. */
    public boolean inDurations() {
        return inDurations;
    }
}
