package org.closecall.metrics;

import java.util.Arrays;
import org.closecall.metrics.ControlChart.Kind;

/**
 * Control charts of single values and of what lies between rare events.
 *
 * <p>Sources: D. C. Montgomery, Introduction to Statistical Quality Control, chapters 6 and 7; L. S. Nelson, "A control
 * chart for parts-per-million nonconforming items", J. Quality Technology 26 (1994) (t chart); J. C. Benneyan (g chart);
 * screening of moving ranges as in qicharts2.
 */
public final class ValueCharts {
    private static final double POWER = 3.6;

    private ValueCharts() {
    }

    /** Individuals: mean +/- 3 mean moving range / 1.128. Not for durations, which are too skewed. */
    public static ControlChart xmr(double[] values, Baseline baseline, boolean screened) {
        if (baseline.isNone()) {
            return ControlChart.withoutLimits(Kind.XMR, values, baseline);
        }
        var mean = mean(baseline.of(values));
        var sigma = sigma(values, baseline, screened);
        return ControlChart.of(Kind.XMR, values, baseline, mean, i -> new ChartPoint(values[i], mean,
                mean - 3 * sigma, mean + 3 * sigma, sigma == 0 ? null : (values[i] - mean) / sigma,
                baseline.includes(i)));
    }

    /** Standard deviation as {@link #xmr} estimates it; the mean moving range is 1.128 times this. */
    public static double sigma(double[] values, Baseline baseline, boolean screened) {
        return meanMovingRange(values, baseline, screened) / MovingRange.TO_SIGMA;
    }

    public static double meanMovingRange(double[] values, Baseline baseline, boolean screened) {
        return MovingRange.mean(baseline.of(values), screened);
    }

    /** Upper limit of moving ranges, 3.267 times their mean. */
    public static double movingRangeLimit(double[] values, Baseline baseline, boolean screened) {
        return MovingRange.LIMIT * meanMovingRange(values, baseline, screened);
    }

    /**
     * Times between events: an individuals chart of time^(1/3.6), transformed back. Its centre is near the median. A
     * point above the upper limit is a long quiet time, so good. Times must be above 0: merge what happens at once.
     */
    public static ControlChart t(double[] gaps, Baseline baseline, boolean screened) {
        if (Arrays.stream(gaps).anyMatch(gap -> !(gap > 0))) {
            throw new IllegalArgumentException("times between events must be above 0");
        }
        var even = xmr(transformed(gaps), baseline, screened);
        var points = even.points().stream().map(point -> new ChartPoint(back(point.value()), back(point.centre()),
                back(point.lower()), back(point.upper()), point.z(), point.inBaseline())).toList();
        return new ControlChart(Kind.T, points, baseline, back(even.centre()), even.runs());
    }

    /** What the t chart is made of: about normal when times are exponential. */
    public static double[] transformed(double[] gaps) {
        return Arrays.stream(gaps).map(gap -> Math.pow(gap, 1 / POWER)).toArray();
    }

    /** Opportunities (deployments, days) between events: m + 3 sqrt(m (m + 1)), the median as centre, no lower limit. */
    public static ControlChart g(double[] between, Baseline baseline) {
        if (baseline.isNone()) {
            return ControlChart.withoutLimits(Kind.G, between, baseline);
        }
        var mean = mean(baseline.of(between));
        var centre = Percentiles.median(baseline.of(between));
        var sigma = Math.sqrt(mean * (mean + 1));
        return ControlChart.of(Kind.G, between, baseline, centre, i -> new ChartPoint(between[i], centre,
                Math.max(0, mean - 3 * sigma), mean + 3 * sigma, sigma == 0 ? null : (between[i] - mean) / sigma,
                baseline.includes(i)));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static Double back(Double transformed) {
        return transformed == null ? null : (Double) Math.pow(Math.max(0, transformed), POWER);
    }
}
