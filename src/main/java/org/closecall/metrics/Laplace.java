package org.closecall.metrics;

import java.util.Arrays;
import java.util.Optional;
import org.closecall.metrics.TrendTest.Method;

/**
 * Tests that compare the mean time of events with the middle of the window. Negative z: events lie early, they became
 * rarer.
 *
 * <p>Sources: D. R. Cox and P. A. W. Lewis, The Statistical Analysis of Series of Events (1966) (Laplace's test);
 * NIST/SEMATECH e-Handbook 8.2.3.4; P. A. W. Lewis and D. W. Robinson, "Testing for a monotone trend in a modulated
 * renewal process" (1974).
 */
public final class Laplace {
    /** Below this many gaps the coefficient of variation is too uncertain: 13 % false alarms at 4, 7 % at 8. */
    public static final int FEWEST_FOR_LEWIS_ROBINSON = 10;

    private Laplace() {
    }

    /**
     * Laplace's test, z = (sum t - nT/2) / (T sqrt(n/12)), under which events come at random and one by one. Linked or
     * bunched events make it see trends that are none (27 % false alarms instead of 5 %). Empty without an event to
     * look at.
     */
    public static Optional<TrendTest> test(EventTimes events) {
        var times = events.informative();
        return times.length == 0 ? Optional.empty()
                : Optional.of(TrendTest.normal(Method.LAPLACE, times.length, z(times, events.window())));
    }

    /**
     * Lewis and Robinson's: Laplace's z by the coefficient of variation of the gaps, so that bunching is allowed for.
     * Empty with fewer than ten gaps or when all events coincide.
     */
    public static Optional<TrendTest> lewisRobinson(EventTimes events) {
        var variation = events.variation();
        if (events.n() < FEWEST_FOR_LEWIS_ROBINSON || variation == null || variation == 0) {
            return Optional.empty();
        }
        return test(events).map(plain ->
                TrendTest.normal(Method.LEWIS_ROBINSON, events.n(), plain.statistic() / variation));
    }

    private static double z(double[] times, double window) {
        var n = times.length;
        return (Arrays.stream(times).sum() - n * window / 2) / (window * Math.sqrt(n / 12.0));
    }
}
