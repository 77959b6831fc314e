package org.closecall.metrics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Bias-corrected and accelerated bootstrap interval for a statistic that has no formula; reproducible, since the seed
 * is fixed. Not for means or medians of durations: for the skewed mean it covers 76 to 87 % where it claims 95 %.
 *
 * <p>Source: B. Efron, "Better bootstrap confidence intervals", JASA 82 (1987).
 */
public final class Bootstrap {
    private static final int REPLICATES = 9_999;
    private static final int FEWEST = 20;
    private static final long SEED = 20_261_122;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** A statistic of one or several samples. */
    @FunctionalInterface
    public interface Statistic {
        double of(double[]... samples);
    }

    private Bootstrap() {
    }

    /**
     * The interval in the statistic's unit from 9,999 replicates. No bounds below 20 values, when all replicates are
     * alike, or when the correction is undefined: all replicates on one side of the estimate.
     */
    public static Interval interval(double[] values, double confidence, ToDoubleFunction<double[]> statistic) {
        if (values.length < FEWEST) {
            return Interval.none(confidence);
        }
        var estimate = statistic.applyAsDouble(values);
        var replicates = replicates(values, statistic);
        var bias = bias(replicates, estimate);
        if (replicates[0] == replicates[REPLICATES - 1] || Double.isInfinite(bias)) {
            return Interval.none(confidence);
        }
        var acceleration = acceleration(samples -> statistic.applyAsDouble(samples[0]), values);
        var tail = NORMAL.inverseCumulativeProbability(Interval.alpha(confidence) / 2);
        return new Interval(at(replicates, bias, acceleration, tail), at(replicates, bias, acceleration, -tail),
                confidence);
    }

    private static double[] replicates(double[] values, ToDoubleFunction<double[]> statistic) {
        var random = new SplittableRandom(SEED);
        var drawn = new double[values.length];
        var replicates = new double[REPLICATES];
        for (var b = 0; b < REPLICATES; b++) {
            for (var i = 0; i < drawn.length; i++) {
                drawn[i] = values[random.nextInt(values.length)];
            }
            replicates[b] = statistic.applyAsDouble(drawn);
        }
        Arrays.sort(replicates);
        return replicates;
    }

    /** z0: the normal quantile of the share of replicates below the estimate, ties counted half. */
    private static double bias(double[] replicates, double estimate) {
        var below = Arrays.stream(replicates).map(one -> one < estimate ? 1 : one == estimate ? 0.5 : 0).sum();
        return NORMAL.inverseCumulativeProbability(below / REPLICATES);
    }

    private static double at(double[] replicates, double bias, double acceleration, double tail) {
        var shifted = bias + (bias + tail) / (1 - acceleration * (bias + tail));
        return Percentiles.interpolated(replicates, NORMAL.cumulativeProbability(shifted));
    }

    /**
     * Acceleration from the jackknife, sum u³ / (6 (sum u²)^1.5), where each value's u of its sample is divided by
     * that sample's size when there are several. 0 when the statistic does not vary; no unit.
     */
    public static double acceleration(Statistic statistic, double[]... samples) {
        double cubes = 0, squares = 0;
        for (var s = 0; s < samples.length; s++) {
            for (var influence : influences(statistic, samples, s)) {
                squares += influence * influence;
                cubes += influence * influence * influence;
            }
        }
        return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
    }

    private static double[] influences(Statistic statistic, double[][] samples, int which) {
        var values = samples[which];
        var others = samples.clone();
        var left = new double[values.length];
        for (var i = 0; i < values.length; i++) {
            others[which] = without(values, i);
            left[i] = statistic.of(others);
        }
        var mean = Arrays.stream(left).average().orElse(0);
        return Arrays.stream(left).map(one -> (mean - one) * (values.length - 1) / values.length).toArray();
    }

    private static double[] without(double[] values, int index) {
        var rest = Arrays.copyOf(values, values.length - 1);
        System.arraycopy(values, index + 1, rest, index, rest.length - index);
        return rest;
    }
}
