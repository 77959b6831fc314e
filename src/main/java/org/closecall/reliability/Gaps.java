package org.closecall.reliability;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.closecall.metrics.Interval;
import org.closecall.metrics.MedianInterval;
import org.closecall.metrics.PoissonProcess;
import org.closecall.metrics.Reading;
import org.closecall.metrics.StartGaps;
import org.closecall.metrics.TimeRange;

/**
 * Hours from the start of one trigger to the next one's. The mean has the exact interval of a steady pace observed from the
 * first start to the last, the median a distribution-free one from six gaps on.
 *
 * @param n gaps, one less than triggers
 * @param zero gaps of no length, incidents that began together; they count
 * @param meanHours null below five gaps, like median and bounds; then values has them all
 * @param values the gaps in order, where they are few
 */
public record Gaps(int n, int zero, Double meanHours, Double meanLowerHours, Double meanUpperHours,
        Double medianHours, Double medianLowerHours, Double medianUpperHours, List<Double> values) {

    static Gaps of(List<Instant> starts) {
        var gaps = StartGaps.between(starts);
        var hours = hours(starts);
        if (!Reading.of(gaps.gaps()).medianShown()) {
            return new Gaps(gaps.gaps(), gaps.zeroGaps(), null, null, null, null, null, null, hours);
        }
        var mean = PoissonProcess.meanTimeBetween(gaps.gaps(), gaps.gaps() * gaps.meanHours(), Figures.CONFIDENCE,
                PoissonProcess.Truncation.FAILURE).interval();
        var median = Reading.medianIntervalShown(gaps.gaps())
                ? MedianInterval.of(hours.stream().mapToDouble(Double::doubleValue).toArray(), Figures.CONFIDENCE)
                : Interval.none(Figures.CONFIDENCE);
        return new Gaps(gaps.gaps(), gaps.zeroGaps(), gaps.meanHours(), mean.lower(), mean.upper(),
                gaps.medianHours(), median.lower(), median.upper(), List.of());
    }

    private static List<Double> hours(List<Instant> starts) {
        var sorted = starts.stream().sorted().toList();
        return IntStream.range(1, sorted.size()).mapToObj(i -> TimeRange.hours(sorted.get(i - 1), sorted.get(i))).toList();
    }
}
