package org.closecall.metrics;

import java.util.Optional;

/**
 * Whether a long time without incidents is more than luck: among many gaps some are long by chance. Exponential gaps
 * with a known mean m are assumed: P(longest of n &gt; x) = 1 - (1 - exp(-x/m))^n and E(longest) = m (1 + 1/2 + ... +
 * 1/n), the order statistics of the exponential distribution (A. Rényi 1953). All times share the caller's unit.
 *
 * @param singleGap chance that one given gap is at least as long as the current one
 * @param longestGap chance that the longest of the completed gaps would be
 * @param expectedLongest how long the longest of them is on average
 * @param remarkable length that the longest exceeds by chance only once in twenty; celebrate beyond it
 */
public record QuietPeriod(double singleGap, double longestGap, double expectedLongest, double remarkable) {
    private static final double LEVEL = 0.95;

    /**
     * Judges the current gap against completed ones. Empty without completed gaps, or when their mean is 0. Negative
     * or non-finite times are refused with {@link IllegalArgumentException}.
     */
    public static Optional<QuietPeriod> of(double meanGap, int completedGaps, double currentGap) {
        if (!(meanGap >= 0 && currentGap >= 0 && completedGaps >= 0) || Double.isInfinite(meanGap + currentGap)) {
            throw new IllegalArgumentException("no such gaps: mean " + meanGap + ", current " + currentGap);
        }
        if (completedGaps == 0 || meanGap == 0) {
            return Optional.empty();
        }
        var single = Math.exp(-currentGap / meanGap);
        return Optional.of(new QuietPeriod(single, -Math.expm1(completedGaps * Math.log1p(-single)),
                meanGap * harmonic(completedGaps), -meanGap * Math.log(-Math.expm1(Math.log(LEVEL) / completedGaps))));
    }

    private static double harmonic(int n) {
        var sum = 0.0;
        for (var i = n; i > 0; i--) {
            sum += 1.0 / i;
        }
        return sum;
    }
}
