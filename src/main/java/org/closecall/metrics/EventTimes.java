package org.closecall.metrics;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.closecall.metrics.PoissonProcess.Truncation;

/**
 * When events happened, counted from the start of the window they were observed in. Any unit; all times share it.
 * Times are kept in order and may be equal. A window that ends at its last event (failure-truncated) says nothing by
 * when that one happened, so tests that look at times leave it out.
 *
 * @param times 0 to {@code window}, ascending
 * @param window length of the observation, above 0
 */
public record EventTimes(double[] times, double window, Truncation truncation) {

    public EventTimes {
        times = DoubleStream.of(times).sorted().toArray();
        if (!(window > 0) || Double.isInfinite(window) || times.length > 0
                && !(times[0] >= 0 && times[times.length - 1] <= window)) {
            throw new IllegalArgumentException("no such events: " + times.length + " in " + window);
        }
        if (truncation == Truncation.FAILURE && (times.length == 0 || times[times.length - 1] != window)) {
            throw new IllegalArgumentException("a failure-truncated window ends at its last event");
        }
    }

    /** Events of a calendar window, the normal case. */
    public static EventTimes within(double window, double... times) {
        return new EventTimes(times, window, Truncation.TIME);
    }

    /** Events of an observation that ended with the last of them. */
    public static EventTimes untilLast(double... times) {
        return new EventTimes(times, DoubleStream.of(times).max().orElseThrow(), Truncation.FAILURE);
    }

    /** The same from the times between events, the first from the start of the window. */
    public static EventTimes ofGaps(double... gaps) {
        var times = gaps.clone();
        Arrays.parallelPrefix(times, Double::sum);
        return untilLast(times);
    }

    public int n() {
        return times.length;
    }

    /** Times that carry information: all, or all but the last of a failure-truncated window. */
    double[] informative() {
        return truncation == Truncation.FAILURE ? Arrays.copyOf(times, times.length - 1) : times;
    }

    /** Times between events, the first from the start of the window; the time since the last event is no gap. */
    public double[] gaps() {
        return IntStream.range(0, times.length).mapToDouble(i -> i == 0 ? times[0] : times[i] - times[i - 1])
                .toArray();
    }

    /**
     * Standard deviation (n - 1) of the gaps by their mean: about 1 when events come at random, above when they bunch
     * up. Null with fewer than two gaps or a mean of 0.
     */
    public Double variation() {
        var gaps = gaps();
        var mean = Arrays.stream(gaps).average().orElse(0);
        if (gaps.length < 2 || mean == 0) {
            return null;
        }
        var squares = Arrays.stream(gaps).map(gap -> (gap - mean) * (gap - mean)).sum();
        return Math.sqrt(squares / (gaps.length - 1)) / mean;
    }

    /** The same history run backwards; needs a calendar window. */
    EventTimes reversed() {
        return within(window, Arrays.stream(times).map(time -> window - time).toArray());
    }
}
