package org.closecall.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Time during which a share of the users was affected. Where several impacts overlap, the greatest share counts: whose
 * users are the same nobody knows, and no user is counted twice. With all users affected this is the union.
 *
 * @param share 0 to 1
 */
public record BadTime(TimeRange time, double share) {

    public BadTime {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is between 0 and 1, not " + share);
        }
    }

    /** Minutes × share. */
    public double minutes() {
        return time.hours() * 60 * share;
    }

    /** The part inside a window; without length when they are apart. */
    public BadTime within(TimeRange window) {
        return new BadTime(time.within(window), share);
    }

    /** Bad minutes of all together, overlaps counted once; 0 for none. */
    public static double minutes(Collection<BadTime> impacts) {
        return apart(impacts).stream().mapToDouble(BadTime::minutes).sum();
    }

    /** Bad minutes of all together before a moment. */
    public static double minutesUntil(Collection<BadTime> apart, Instant moment) {
        return apart.stream().mapToDouble(one -> new BadTime(one.time.until(moment), one.share).minutes()).sum();
    }

    /** The same time in pieces that do not overlap, ascending, each with the greatest share there. */
    public static List<BadTime> apart(Collection<BadTime> impacts) {
        var edges = new TreeSet<Instant>();
        var begin = new TreeMap<Instant, List<Double>>();
        var end = new TreeMap<Instant, List<Double>>();
        for (var impact : impacts) {
            edges.add(impact.time.start());
            edges.add(impact.time.end());
            begin.computeIfAbsent(impact.time.start(), at -> new ArrayList<>()).add(impact.share);
            end.computeIfAbsent(impact.time.end(), at -> new ArrayList<>()).add(impact.share);
        }
        var apart = new ArrayList<BadTime>();
        var there = new TreeMap<Double, Integer>();
        Instant from = null;
        for (var edge : edges) {
            if (!there.isEmpty()) {
                apart.add(new BadTime(new TimeRange(from, edge), there.lastKey()));
            }
            begin.getOrDefault(edge, List.of()).forEach(share -> there.merge(share, 1, Integer::sum));
            end.getOrDefault(edge, List.of()).forEach(share -> there.computeIfPresent(share, (same, count) -> count == 1 ? null : count - 1));
            from = edge;
        }
        return apart;
    }
}
