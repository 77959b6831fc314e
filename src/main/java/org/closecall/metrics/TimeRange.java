package org.closecall.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Half-open time [start, end). One of no length is allowed and contains nothing; an end before the start is refused
 * with {@link IllegalArgumentException}.
 */
public record TimeRange(Instant start, Instant end) {
    public TimeRange {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("ends " + end + " before it starts " + start);
        }
    }

    /**
     * The union: ascending, disjoint, touching ranges merged. Input in any order; a range without length is kept as
     * such unless another one contains or touches it.
     */
    public static List<TimeRange> union(Collection<TimeRange> ranges) {
        var merged = new ArrayList<TimeRange>();
        for (var next : ranges.stream().sorted(Comparator.comparing(TimeRange::start)).toList()) {
            var last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || next.start.isAfter(last.end)) {
                merged.add(next);
            } else if (next.end.isAfter(last.end)) {
                merged.set(merged.size() - 1, new TimeRange(last.start, next.end));
            }
        }
        return merged;
    }

    /** Sum of the lengths in hours; what overlaps counts as often as it occurs. */
    public static double totalHours(Collection<TimeRange> ranges) {
        return ranges.stream().mapToDouble(TimeRange::hours).sum();
    }

    /** Elapsed hours between two moments, negative when the second comes first. */
    public static double hours(Instant from, Instant to) {
        return seconds(from, to) / 3600;
    }

    /** Elapsed minutes between two moments, negative when the second comes first. */
    public static double minutes(Instant from, Instant to) {
        return seconds(from, to) / 60;
    }

    public double hours() {
        return hours(start, end);
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(start) && moment.isBefore(end);
    }

    /** The part before a moment, such as now; without length when that comes before the start. */
    public TimeRange until(Instant moment) {
        return new TimeRange(start, earlier(end, later(start, moment)));
    }

    /** The part from a moment on, such as a service's first day; without length when that comes after the end. */
    public TimeRange from(Instant moment) {
        return new TimeRange(later(start, earlier(end, moment)), end);
    }

    /** The part of this range inside another; without length when they are apart. */
    public TimeRange within(TimeRange other) {
        return from(other.start).until(other.end);
    }

    private static double seconds(Instant from, Instant to) {
        var elapsed = Duration.between(from, to);
        return elapsed.getSeconds() + elapsed.getNano() / 1e9;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
