package org.closecall.metrics;

import java.time.Instant;
import java.util.Collection;
import java.util.stream.IntStream;

/**
 * Gaps from one incident's start to the next one's. A second figure beside exposure / incidents: it ignores the time
 * before the first and since the last incident.
 *
 * @param gaps number of gaps, one less than incidents
 * @param zeroGaps how many incidents started together with the one before; their gaps of 0 are kept
 * @param meanHours (last start - first start) / gaps; null, like median and longest, with fewer than two incidents
 */
public record StartGaps(int gaps, int zeroGaps, Double meanHours, Double medianHours, Double longestHours) {

    /** Gaps between starts given in any order. */
    public static StartGaps between(Collection<Instant> starts) {
        var sorted = starts.stream().sorted().toList();
        if (sorted.size() < 2) {
            return new StartGaps(0, 0, null, null, null);
        }
        var hours = IntStream.range(1, sorted.size())
                .mapToDouble(i -> TimeRange.hours(sorted.get(i - 1), sorted.get(i))).sorted().toArray();
        var zeros = (int) IntStream.range(0, hours.length).filter(i -> hours[i] == 0).count();
        var mean = TimeRange.hours(sorted.get(0), sorted.get(hours.length)) / hours.length;
        return new StartGaps(hours.length, zeros, mean, Percentiles.median(hours), hours[hours.length - 1]);
    }
}
