package org.closecall.metrics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Plain statistics of complete durations, in their unit. The sum is honest as time lost; the mean is no headline,
 * since a few long incidents rule it. All null without values.
 *
 * @param geometricMean exp(mean(ln x)); null when a value is not positive
 */
public record DurationSummary(int n, Double total, Double mean, Double median, Double geometricMean) {

    public static DurationSummary of(double... values) {
        if (values.length == 0) {
            return new DurationSummary(0, null, null, null, null);
        }
        var total = Arrays.stream(values).sum();
        return new DurationSummary(values.length, total, total / values.length, Percentiles.median(values),
                geometricMean(values, 0.95).value());
    }

    /**
     * Geometric mean with Student's t interval on the logarithms, good for log-normal durations even at n = 8. No
     * value without values or when one is not positive; no interval for a single value. Exposure is n.
     */
    public static Estimate geometricMean(double[] values, double confidence) {
        var n = values.length;
        if (n == 0 || !Arrays.stream(values).allMatch(value -> value > 0)) {
            return new Estimate(null, Interval.none(confidence), n, n);
        }
        var logs = Arrays.stream(values).map(Math::log).toArray();
        var mean = Arrays.stream(logs).sum() / n;
        var interval = n == 1 ? Interval.none(confidence) : exponentiated(mean, halfWidth(logs, mean, confidence),
                confidence);
        return new Estimate(Math.exp(mean), interval, n, n);
    }

    private static double halfWidth(double[] logs, double mean, double confidence) {
        var squares = Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum();
        var quantile = TDistribution.of(logs.length - 1.0).inverseSurvivalProbability(Interval.alpha(confidence) / 2);
        return quantile * Math.sqrt(squares / (logs.length - 1) / logs.length);
    }

    private static Interval exponentiated(double mean, double halfWidth, double confidence) {
        return new Interval(Math.exp(mean - halfWidth), Math.exp(mean + halfWidth), confidence);
    }
}
