package org.closecall.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A series of values with limits within which nearly all fall while nothing but chance moves them. A signal means
 * "look for a cause", never "worse". Default rules: a point beyond three standard deviations, and {@link RunsRules}
 * over all points (without those excluded). {@link RunRule} has others to choose.
 *
 * @param baseline of the last phase, indexed from its start
 * @param centre of the last phase; null with too few points for limits
 * @param runs of the last phase; null without limits
 * @param phases indexes of the first points of all phases, ascending
 */
public record ControlChart(Kind kind, List<ChartPoint> points, Baseline baseline, Double centre, RunsRules runs, List<Integer> phases) {

    ControlChart(Kind kind, List<ChartPoint> points, Baseline baseline, Double centre, RunsRules runs) {
        this(kind, points, baseline, centre, runs, List.of(0));
    }

    /** What is charted; of the Laney kinds the limits are widened (or narrowed) to how counts really vary. */
    public enum Kind { C, U, P, XMR, G, T, LANEY_U, LANEY_P }

    static ControlChart of(Kind kind, double[] values, Baseline baseline, double centre, IntFunction<ChartPoint> point) {
        var points = IntStream.range(0, values.length)
                .mapToObj(i -> Double.isNaN(values[i]) ? ChartPoint.bare(values[i]) : point.apply(i)).toList();
        var judged = IntStream.range(0, values.length).filter(i -> !baseline.excluded().contains(i))
                .mapToDouble(i -> values[i]).filter(value -> !Double.isNaN(value)).toArray();
        return new ControlChart(kind, points, baseline, centre, RunsRules.of(centre, judged));
    }

    static ControlChart withoutLimits(Kind kind, double[] values, Baseline baseline) {
        return new ControlChart(kind, IntStream.range(0, values.length).mapToObj(i -> ChartPoint.bare(values[i])).toList(),
                baseline, null, null);
    }

    /**
     * A chart whose limits begin anew at each declared change.
     *
     * @param n number of points
     * @param changes indexes of the first points after a change
     * @param phase makes the chart of the points from an index up to another, the latter excluded
     */
    public static ControlChart inPhases(int n, Collection<Integer> changes,
            BiFunction<Integer, Integer, ControlChart> phase) {
        var starts = new TreeSet<Integer>(changes);
        starts.removeIf(start -> start <= 0 || start >= n);
        starts.add(0);
        var points = new ArrayList<ChartPoint>();
        ControlChart last = null;
        for (var start : starts) {
            var next = starts.higher(start);
            last = phase.apply(start, next == null ? n : next);
            points.addAll(last.points);
        }
        return new ControlChart(last.kind, List.copyOf(points), last.baseline, last.centre, last.runs, List.copyOf(starts));
    }

    /** Indexes of points beyond their limits. */
    public List<Integer> signals() {
        return IntStream.range(0, points.size()).filter(i -> points.get(i).signals()).boxed().toList();
    }

    /**
     * Indexes at which a rule of one's choice is violated. It looks at points that follow each other within one phase: not
     * across a point without z, nor across a change.
     *
     * @param from the first point it looks at
     */
    public List<Integer> signals(RunRule rule, int from) {
        var found = new ArrayList<Integer>();
        for (var start = from; start < points.size();) {
            var first = start;
            var z = IntStream.range(first, points.size()).takeWhile(i -> points.get(i).z() != null && (i == first || !phases.contains(i))).mapToDouble(i -> points.get(i).z()).toArray();
            rule.violations(z).forEach(i -> found.add(first + i));
            start += Math.max(1, z.length);
        }
        return found;
    }

    /** Whether the default rules see anything to look into. */
    public boolean needsALook() {
        return !signals().isEmpty() || runs != null && runs.signals();
    }

    public boolean hasLimits() {
        return points.stream().map(ChartPoint::centre).anyMatch(Objects::nonNull);
    }
}
