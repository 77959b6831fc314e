package org.closecall.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.closecall.metrics.TrendTest.Method;

/**
 * The test of MIL-HDBK-189 (1981), exact against a power law: X = 2 sum ln(T/t) has a chi-squared distribution with 2n
 * degrees of freedom when there is no trend. Large: events lie early, they became rarer. Most sensitive to changes
 * early in the window. Events at its very start have no logarithm: they are left out and counted.
 */
public final class MilitaryHandbook {
    private MilitaryHandbook() {
    }

    public static Optional<TrendTest> test(EventTimes events) {
        return pooled(List.of(events));
    }

    /**
     * Several systems together, each with its own window: X and its degrees of freedom add up. Empty when no event
     * lies within a window.
     */
    public static Optional<TrendTest> pooled(List<EventTimes> systems) {
        var used = systems.stream().mapToInt(MilitaryHandbook::usable).sum();
        var left = systems.stream().mapToInt(system -> system.informative().length).sum() - used;
        if (used == 0) {
            return Optional.empty();
        }
        var x = 2 * systems.stream().mapToDouble(MilitaryHandbook::sumOfLogarithms).sum();
        var distribution = ChiSquaredDistribution.of(2.0 * used);
        var above = distribution.survivalProbability(x);
        var p = Math.min(1, 2 * Math.min(above, distribution.cumulativeProbability(x)));
        return Optional.of(new TrendTest(Method.MIL_HDBK_189, used, x, 2 * used, p, above, left));
    }

    static int usable(EventTimes events) {
        return (int) Arrays.stream(events.informative()).filter(time -> time > 0).count();
    }

    static double sumOfLogarithms(EventTimes events) {
        return Arrays.stream(events.informative()).filter(time -> time > 0)
                .map(time -> Math.log(events.window() / time)).sum();
    }
}
