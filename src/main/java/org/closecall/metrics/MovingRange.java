package org.closecall.metrics;

import java.util.stream.IntStream;

/** Differences between neighbours, from which charts of single values take their standard deviation. */
final class MovingRange {
    /** Mean difference of two normal values, in standard deviations. */
    static final double TO_SIGMA = 1.128;
    /** Upper limit of a moving range, in mean moving ranges. */
    static final double LIMIT = 3.267;

    private MovingRange() {
    }

    /** Mean moving range; screened: ranges above their limit are dropped once and the mean taken anew. */
    static double mean(double[] values, boolean screened) {
        var ranges = IntStream.range(1, values.length).mapToDouble(i -> Math.abs(values[i] - values[i - 1])).toArray();
        var mean = IntStream.range(0, ranges.length).mapToDouble(i -> ranges[i]).average().orElse(0);
        return !screened ? mean : IntStream.range(0, ranges.length).mapToDouble(i -> ranges[i])
                .filter(range -> range <= LIMIT * mean).average().orElse(mean);
    }
}
