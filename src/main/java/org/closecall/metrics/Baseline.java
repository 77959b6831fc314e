package org.closecall.metrics;

import java.util.Set;
import java.util.stream.IntStream;

/**
 * The points from which a control chart takes its limits: the first 20 of a series, at least 12. From 20 on they are
 * frozen: later points are judged by them and never move them. Only a declared change of the process starts another.
 *
 * @param from index of the first point, from 0
 * @param to index behind the last one; equal to {@code from}: too few points for limits
 * @param excluded indexes left out because their cause is known; they stay on the chart
 */
public record Baseline(int from, int to, Set<Integer> excluded) {
    public static final int USUAL = 20;
    public static final int FEWEST = 12;

    public Baseline {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no such points: " + from + " to " + to);
        }
        excluded = Set.copyOf(excluded);
    }

    /** The first 20 of so many points; fewer from 12 on; none below. */
    public static Baseline of(int points) {
        return new Baseline(0, points < FEWEST ? 0 : Math.min(points, USUAL), Set.of());
    }

    /** So many points from the first, as a person chose them. */
    public static Baseline first(int points) {
        return new Baseline(0, points, Set.of());
    }

    public Baseline without(Set<Integer> indexes) {
        return new Baseline(from, to, indexes);
    }

    public boolean isNone() {
        return indexes().findAny().isEmpty();
    }

    /** Whether no later point can move the limits any more. */
    public boolean isFrozen() {
        return to - from >= USUAL;
    }

    /** How many points the limits rest on. */
    public int size() {
        return (int) indexes().count();
    }

    boolean includes(int index) {
        return index >= from && index < to && !excluded.contains(index);
    }

    IntStream indexes() {
        return IntStream.range(from, to).filter(index -> !excluded.contains(index));
    }

    double[] of(double[] values) {
        return indexes().mapToDouble(index -> values[index]).toArray();
    }
}
