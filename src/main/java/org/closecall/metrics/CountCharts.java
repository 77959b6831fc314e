package org.closecall.metrics;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.closecall.metrics.ControlChart.Kind;

/**
 * Control charts of counts and shares. Lower limits end at 0, upper limits of shares at 1. A period without exposure
 * has no value. Where counts bunch ({@link OverDispersion}) use Laney's.
 *
 * <p>Sources: D. C. Montgomery, Introduction to Statistical Quality Control, chapter 7; D. B. Laney, "Improved control
 * charts for attributes", Quality Engineering 14 (2002).
 */
public final class CountCharts {
    private CountCharts() {
    }

    /** Counts of equally long periods: cbar +/- 3 sqrt(cbar). */
    public static ControlChart c(double[] counts, Baseline baseline) {
        var exposure = new double[counts.length];
        Arrays.fill(exposure, 1);
        return rates(Kind.C, counts, exposure, baseline, false);
    }

    /** Events by exposure: ubar = sum c / sum n, +/- 3 sqrt(ubar / n_i). */
    public static ControlChart u(double[] counts, double[] exposure, Baseline baseline) {
        return rates(Kind.U, counts, exposure, baseline, false);
    }

    /** The same with standard deviations multiplied by how much the standardised rates really vary. */
    public static ControlChart laneyU(double[] counts, double[] exposure, Baseline baseline) {
        return rates(Kind.LANEY_U, counts, exposure, baseline, true);
    }

    /** Shares: pbar = sum c / sum n, +/- 3 sqrt(pbar (1 - pbar) / n_i). */
    public static ControlChart p(double[] successes, double[] trials, Baseline baseline) {
        return shares(Kind.P, successes, trials, baseline, false);
    }

    public static ControlChart laneyP(double[] successes, double[] trials, Baseline baseline) {
        return shares(Kind.LANEY_P, successes, trials, baseline, true);
    }

    /** Whether months are large enough for a chart of shares, n_i p &gt;= 3 in each; else show Wilson intervals. */
    public static boolean enoughForShares(double[] successes, double[] trials) {
        var share = Arrays.stream(successes).sum() / Arrays.stream(trials).sum();
        return Arrays.stream(trials).allMatch(n -> n * share >= 3);
    }

    private static ControlChart rates(Kind kind, double[] counts, double[] exposure, Baseline baseline, boolean laney) {
        var mean = mean(counts, exposure, baseline);
        return chart(kind, counts, exposure, baseline, mean, i -> Math.sqrt(mean / exposure[i]), Double.MAX_VALUE, laney);
    }

    private static ControlChart shares(Kind kind, double[] successes, double[] trials, Baseline baseline,
            boolean laney) {
        var mean = mean(successes, trials, baseline);
        return chart(kind, successes, trials, baseline, mean, i -> Math.sqrt(mean * (1 - mean) / trials[i]), 1, laney);
    }

    private static ControlChart chart(Kind kind, double[] counts, double[] exposure, Baseline baseline, double mean,
            IntToDoubleFunction sigma, double most, boolean laney) {
        var values = values(counts, exposure);
        if (baseline.isNone() || Double.isNaN(mean)) {
            return ControlChart.withoutLimits(kind, values, baseline);
        }
        var wider = laney ? variation(values, baseline, mean, sigma) : 1;
        return ControlChart.of(kind, values, baseline, mean, i -> {
            var width = sigma.applyAsDouble(i) * wider;
            return new ChartPoint(values[i], mean, Math.max(0, mean - 3 * width), Math.min(most, mean + 3 * width),
                    width == 0 ? null : (values[i] - mean) / width, baseline.includes(i));
        });
    }

    /** Laney's sigma_z: the moving range of the standardised values by 1.128. */
    private static double variation(double[] values, Baseline baseline, double mean, IntToDoubleFunction sigma) {
        var z = baseline.indexes().filter(i -> !Double.isNaN(values[i]) && sigma.applyAsDouble(i) > 0)
                .mapToDouble(i -> (values[i] - mean) / sigma.applyAsDouble(i)).toArray();
        return z.length < 2 ? 1 : MovingRange.mean(z, false) / MovingRange.TO_SIGMA;
    }

    private static double[] values(double[] counts, double[] exposure) {
        if (counts.length != exposure.length || Arrays.stream(exposure).anyMatch(n -> !(n >= 0))
                || Arrays.stream(counts).anyMatch(c -> !(c >= 0))) {
            throw new IllegalArgumentException("every period needs a count and an exposure of at least 0");
        }
        return IntStream.range(0, counts.length)
                .mapToDouble(i -> exposure[i] == 0 ? Double.NaN : counts[i] / exposure[i]).toArray();
    }

    private static double mean(double[] counts, double[] exposure, Baseline baseline) {
        return baseline.indexes().filter(i -> exposure[i] > 0).mapToDouble(i -> counts[i]).sum()
                / Arrays.stream(baseline.of(exposure)).sum();
    }
}
