package org.closecall.metrics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether counts per period vary more than events at random would: D = (n - 1) variance / mean is chi-squared with
 * n - 1 degrees of freedom if they do not. Periods must be equally long. If they do, limits and intervals from a
 * Poisson process are too narrow.
 *
 * <p>Source: G. B. Wetherill and D. W. Brown, Statistical Process Control (1991), pp. 216-218.
 *
 * @param ratio variance / mean, about 1 for events at random; null when not tested
 * @param d the statistic; null when not tested
 * @param p chance of counts this uneven, were events at random; null when not tested
 */
public record OverDispersion(Status status, Double ratio, Double d, int degrees, Double p) {
    public static final int FEWEST_PERIODS = 8;
    public static final double LEAST_MEAN = 1;
    private static final double ALPHA = 0.05;

    public enum Status { TESTED, TOO_FEW_FOR_TEST }

    /** Not tested with fewer than 8 periods or fewer than one event per period on average. */
    public static OverDispersion of(double... counts) {
        var mean = Arrays.stream(counts).average().orElse(0);
        if (counts.length < FEWEST_PERIODS || mean < LEAST_MEAN) {
            return new OverDispersion(Status.TOO_FEW_FOR_TEST, null, null, Math.max(0, counts.length - 1), null);
        }
        var degrees = counts.length - 1;
        var d = Arrays.stream(counts).map(count -> (count - mean) * (count - mean)).sum() / mean;
        var p = ChiSquaredDistribution.of(degrees).survivalProbability(d);
        return new OverDispersion(Status.TESTED, d / degrees, d, degrees, p);
    }

    public boolean overDispersed() {
        return p != null && p < ALPHA;
    }
}
