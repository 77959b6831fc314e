package org.closecall.metrics;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Exact confidence interval for the median of complete data, whatever its distribution: two order statistics, from
 * inverting the sign test (W. R. Thompson 1936; NIST Dataplot, "Median confidence limits"). It covers at least the
 * stated level. Below n = 6 no 95 % interval exists.
 */
public final class MedianInterval {
    private MedianInterval() {
    }

    /** Which values in ascending order are the bounds, counted from 1. */
    public record Ranks(int lower, int upper) {
    }

    /**
     * Ranks k + 1 and n - k, with k the largest number for which P(Binomial(n, 1/2) &lt;= k) is at most (1 -
     * confidence) / 2; empty when there is none.
     */
    public static Optional<Ranks> ranks(int n, double confidence) {
        var tail = Interval.alpha(confidence) / 2 * (1 + 1e-12);
        var heads = BinomialDistribution.of(n, 0.5);
        var k = heads.inverseCumulativeProbability(tail);
        if (heads.cumulativeProbability(k) > tail) {
            k--;
        }
        return k < 0 ? Optional.empty() : Optional.of(new Ranks(k + 1, n - k));
    }

    /** The interval for values in any order, in their unit; without bounds when there are too few. */
    public static Interval of(double[] values, double confidence) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return ranks(sorted.length, confidence)
                .map(ranks -> new Interval(sorted[ranks.lower() - 1], sorted[ranks.upper() - 1], confidence))
                .orElse(Interval.none(confidence));
    }
}
