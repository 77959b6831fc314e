package org.closecall.metrics;

import java.util.Arrays;

/**
 * Percentiles of complete data, in its unit, for values in any order. No values give null; NaN and probabilities
 * outside [0, 1] are refused with {@link IllegalArgumentException}. With open incidents use
 * {@link KaplanMeier#quantile} instead.
 *
 * <p>Source: R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50
 * (1996).
 */
public final class Percentiles {
    private static final double FUZZ = 1e-9;

    private Percentiles() {
    }

    /** The middle value, or the mean of the two middle ones. */
    public static Double median(double... values) {
        return interpolated(values, 0.5);
    }

    /** Linear interpolation at rank (n - 1) p: Hyndman-Fan type 7, the default of R and NumPy. */
    public static Double interpolated(double[] values, double probability) {
        var sorted = sorted(values, probability);
        if (sorted.length == 0) {
            return null;
        }
        var rank = (sorted.length - 1) * probability;
        var below = (int) rank;
        var above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }

    /** The smallest value that at least a share p of all values do not exceed: Hyndman-Fan type 1. */
    public static Double nearestRank(double[] values, double probability) {
        var sorted = sorted(values, probability);
        if (sorted.length == 0) {
            return null;
        }
        // 0.55 * 100 is 55.00000000000001 in floating point, which is not rank 56
        var rank = (int) Math.ceil(sorted.length * probability - FUZZ);
        return sorted[Math.max(rank, 1) - 1];
    }

    private static double[] sorted(double[] values, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("not a probability: " + probability);
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        if (sorted.length > 0 && Double.isNaN(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("not a number among the values");
        }
        return sorted;
    }
}
