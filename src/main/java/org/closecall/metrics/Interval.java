package org.closecall.metrics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A confidence interval in the unit of the figure it belongs to.
 *
 * @param lower null: there is no lower bound
 * @param upper null: there is no upper bound; lower alone is a one-sided "at least"
 * @param confidence the level, between 0 and 1, such as 0.95
 */
public record Interval(Double lower, Double upper, double confidence) {
    private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

    public Interval {
        alpha(confidence);
    }

    public static Interval none(double confidence) {
        return new Interval(null, null, confidence);
    }

    public boolean isNone() {
        return lower == null && upper == null;
    }

    /** Whether the value lies within the bounds, both included; an open side admits everything. */
    public boolean contains(double value) {
        return (lower == null || lower <= value) && (upper == null || value <= upper);
    }

    /** The share of error, 1 - confidence; refuses a level outside (0, 1). */
    static double alpha(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must lie between 0 and 1: " + confidence);
        }
        return 1 - confidence;
    }

    /** The two-sided quantile of the standard normal distribution: 1.96 for 95 %. */
    static double z(double confidence) {
        return STANDARD_NORMAL.inverseSurvivalProbability(alpha(confidence) / 2);
    }
}
