package org.closecall.metrics;

import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether two periods differ in what they are made of. When they do, a change of the whole may be none of any part
 * (Simpson's paradox).
 *
 * @param kind the kind (a severity) whose share of the records changed most; null when a period has no record
 * @param points by how many percentage points, now less before; 0 without
 */
public record SeverityMix(String kind, double points) {
    private static final double WARNING = 10;

    /** Largest change of share between two counts by kind. */
    public static SeverityMix between(Map<String, Integer> before, Map<String, Integer> now) {
        var past = total(before);
        var present = total(now);
        if (past == 0 || present == 0) {
            return new SeverityMix(null, 0);
        }
        return Stream.concat(before.keySet().stream(), now.keySet().stream()).distinct().sorted()
                .map(kind -> new SeverityMix(kind, 100.0 * now.getOrDefault(kind, 0) / present
                        - 100.0 * before.getOrDefault(kind, 0) / past))
                .reduce((most, next) -> Math.abs(next.points) > Math.abs(most.points) ? next : most).orElseThrow();
    }

    /** Whether a comparison needs the warning: more than 10 points. */
    public boolean shifted() {
        return Math.abs(points) > WARNING;
    }

    private static int total(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
