package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.closecall.metrics.ControlChart.Kind;
import org.junit.jupiter.api.Test;

class ControlChartTest {
    private final Random random = new Random(63);

    @Test
    void limitsSurroundTheCentre() {
        for (var round = 0; round < 100; round++) {
            var n = 12 + random.nextInt(30);
            var baseline = Baseline.of(n);
            var counts = counts(n, 6);
            var exposure = random.doubles(n, 20, 40).toArray();
            for (var chart : List.of(CountCharts.c(counts, baseline), CountCharts.u(counts, exposure, baseline),
                    CountCharts.laneyU(counts, exposure, baseline), CountCharts.p(counts, exposure, baseline),
                    CountCharts.laneyP(counts, exposure, baseline), ValueCharts.xmr(counts, baseline, false),
                    ValueCharts.t(exposure, baseline, true), ValueCharts.g(counts, baseline))) {
                for (var point : chart.points()) {
                    assertTrue(point.lower() <= point.centre() && point.centre() <= point.upper(), () -> "" + chart);
                    assertTrue(chart.kind() == Kind.XMR || point.lower() >= 0);
                }
                assertEquals(n, chart.points().size());
            }
        }
    }

    @Test
    void theUnitDoesNotMatter() {
        var gaps = random.doubles(20, 1, 500).toArray();
        var minutes = Arrays.stream(gaps).map(gap -> gap * 60).toArray();
        for (var power : List.of(0, 1)) {
            var one = power == 0 ? ValueCharts.t(gaps, Baseline.of(20), false) : ValueCharts.xmr(gaps, Baseline.of(20), false);
            var other = power == 0 ? ValueCharts.t(minutes, Baseline.of(20), false)
                    : ValueCharts.xmr(minutes, Baseline.of(20), false);
            assertEquals(one.centre() * 60, other.centre(), 1e-6);
            assertEquals(one.points().get(3).upper() * 60, other.points().get(3).upper(), 1e-6);
            assertEquals(one.points().get(3).z(), other.points().get(3).z(), 1e-9);
        }
    }

    @Test
    void laterPointsNeverMoveTheLimits() {
        var counts = counts(40, 5);
        var changed = counts.clone();
        Arrays.fill(changed, 20, 40, 50);
        var one = CountCharts.c(counts, Baseline.of(40));
        var other = CountCharts.c(changed, Baseline.of(40));
        assertEquals(one.centre(), other.centre());
        assertEquals(IntStream.range(20, 40).boxed().toList(), other.signals().stream().filter(i -> i >= 20).toList());
        assertTrue(other.runs().longRun());
        assertTrue(Baseline.of(40).isFrozen());
        assertFalse(Baseline.of(13).isFrozen());
    }

    @Test
    void tooFewPointsHaveNoLimits() {
        var chart = CountCharts.c(counts(11, 5), Baseline.of(11));
        assertFalse(chart.hasLimits());
        assertNull(chart.points().get(0).upper());
        assertFalse(chart.needsALook());
        assertTrue(CountCharts.c(counts(12, 5), Baseline.of(12)).hasLimits());
        assertFalse(ValueCharts.t(random.doubles(11, 1, 9).toArray(), Baseline.of(11), false).hasLimits());
        assertFalse(ValueCharts.g(counts(3, 5), Baseline.of(3)).hasLimits());
    }

    @Test
    void aDeclaredChangeBeginsANewBaseline() {
        var before = DoubleStream.generate(() -> 4 + random.nextInt(3)).limit(20).toArray();
        var after = DoubleStream.generate(() -> 40 + random.nextInt(3)).limit(15).toArray();
        var all = DoubleStream.concat(DoubleStream.of(before), DoubleStream.of(after)).toArray();
        var chart = ControlChart.inPhases(35, List.of(20, 0, 99), (from, to) ->
                CountCharts.c(Arrays.copyOfRange(all, from, to), Baseline.of(to - from)));
        assertEquals(List.of(), chart.signals());
        assertEquals(35, chart.points().size());
        assertEquals(DoubleStream.of(before).average().orElseThrow(), chart.points().get(0).centre(), 1e-12);
        assertEquals(DoubleStream.of(after).average().orElseThrow(), chart.points().get(34).centre(), 1e-12);
        assertFalse(CountCharts.c(all, Baseline.of(35)).signals().isEmpty());
    }

    @Test
    void excludedPointsStayVisible() {
        var counts = counts(20, 5);
        counts[4] = 90;
        var chart = CountCharts.c(counts, Baseline.of(20).without(Set.of(4)));
        assertEquals(90, chart.points().get(4).value());
        assertFalse(chart.points().get(4).inBaseline());
        assertEquals(List.of(4), chart.signals().stream().filter(i -> i == 4).toList());
        assertTrue(chart.centre() < 10);
    }

    @Test
    void aMonthWithoutExposureHasNoValue() {
        var counts = counts(14, 5);
        var exposure = new double[14];
        Arrays.fill(exposure, 30);
        exposure[2] = 0;
        counts[2] = 0;
        var chart = CountCharts.u(counts, exposure, Baseline.of(14));
        assertNull(chart.points().get(2).value());
        assertEquals(DoubleStream.of(counts).sum() / (13 * 30), chart.centre(), 1e-12);
    }

    @Test
    void unevenCountsWidenLaneysLimits() {
        var counts = new double[] {1, 30, 2, 28, 3, 33, 1, 29, 2, 30, 4, 31};
        var exposure = new double[12];
        Arrays.fill(exposure, 1);
        assertTrue(OverDispersion.of(counts).overDispersed());
        assertTrue(CountCharts.laneyU(counts, exposure, Baseline.of(12)).points().get(0).upper()
                > CountCharts.u(counts, exposure, Baseline.of(12)).points().get(0).upper());
        assertFalse(OverDispersion.of(5, 4, 6, 5, 5, 4, 6, 5).overDispersed());
        assertEquals(OverDispersion.Status.TOO_FEW_FOR_TEST, OverDispersion.of(9, 9, 9, 9, 9, 9, 9).status());
    }

    @Test
    void opportunitiesBetweenEventsHaveTheMedianAsCentre() {
        var chart = ValueCharts.g(new double[] {1, 9, 2, 8, 3, 7, 4, 6, 5, 5, 5, 100}, Baseline.first(12));
        var mean = 155 / 12.0;
        assertEquals(5, chart.centre());
        assertEquals(mean + 3 * Math.sqrt(mean * (mean + 1)), chart.points().get(0).upper(), 1e-9);
        assertEquals(0, chart.points().get(0).lower());
        assertEquals(List.of(11), chart.signals());
    }

    @Test
    void screeningDropsWildMovingRangesOnce() {
        var values = new double[] {1, 2, 1, 2, 1, 2, 1, 2, 1, 50, 49, 50, 49, 50};
        assertEquals(61 / 13.0, ValueCharts.meanMovingRange(values, Baseline.first(14), false), 1e-12);
        assertEquals(1, ValueCharts.meanMovingRange(values, Baseline.first(14), true), 1e-12);
    }

    @Test
    void theChartFollowsTheNumberOfEvents() {
        assertEquals(List.of(Kind.C), ChartChoice.of(4, true));
        assertEquals(List.of(Kind.U), ChartChoice.of(9, false));
        assertEquals(List.of(Kind.U, Kind.T), ChartChoice.of(1, false));
        assertEquals(List.of(Kind.T), ChartChoice.of(0.99, true));
        assertTrue(CountCharts.enoughForShares(new double[] {5, 5}, new double[] {10, 10}));
        assertFalse(CountCharts.enoughForShares(new double[] {1, 1}, new double[] {10, 10}));
        assertThrows(IllegalArgumentException.class, () -> ValueCharts.t(new double[] {0}, Baseline.of(1), false));
    }

    @Test
    void chosenRulesLookAtWindows() {
        var turns = IntStream.range(0, 15).mapToDouble(i -> i % 2 == 0 ? 0.5 : -0.5).toArray();
        assertEquals(List.of(13, 14), RunRule.N4.violations(turns));
        assertEquals(List.of(14), RunRule.N7.violations(turns));
        assertEquals(List.of(7), RunRule.N8.violations(2, -2, 2, -2, 2, -2, 2, -2));
        assertEquals(List.of(5), RunRule.N3.violations(6, 5, 4, 3, 2, 1));
        assertEquals(List.of(), RunRule.WE1.violations(3, -3));
        assertEquals(RunRule.WE2.violations(2.5, 0, 2.5), RunRule.N5.violations(2.5, 0, 2.5));
        var chart = CountCharts.c(new double[] {4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 30}, Baseline.first(12));
        assertEquals(List.of(12), chart.signals(RunRule.WE1, 0));
        assertEquals(List.of(), chart.signals(RunRule.WE1, 13));
    }

    @Test
    void chosenRulesLookNeitherAcrossAChangeNorAGap() {
        var eight = new double[] {2, 2, 2, 2, 2, 2, 2, 2};
        assertEquals(List.of(7), twoPhases(eight, 0).signals(RunRule.WE4, 0));
        assertEquals(List.of(), twoPhases(eight, 4).signals(RunRule.WE4, 0));
        assertEquals(List.of(), twoPhases(eight, 0).signals(RunRule.WE4, 1));
        assertEquals(List.of(), twoPhases(new double[] {2, 2, 2, 2, Double.NaN, 2, 2, 2, 2}, 0).signals(RunRule.WE4, 0));
        assertEquals(List.of(8), twoPhases(new double[] {Double.NaN, 2, 2, 2, 2, 2, 2, 2, 2}, 0).signals(RunRule.WE4, 0));
    }

    /** All half a standard deviation above the centre. */
    private static ControlChart twoPhases(double[] values, int change) {
        return ControlChart.inPhases(values.length, List.of(change), (from, to) -> ControlChart.of(Kind.C, Arrays.copyOfRange(values, from, to), Baseline.first(to - from), 1,
                i -> new ChartPoint(2.0, 1.0, 0.0, 9.0, 0.5, true)));
    }

    @Test
    void pointsOnTheLineAreNoRun() {
        var runs = RunsRules.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 0, 2);
        assertEquals(3, runs.useful());
        assertEquals(2, runs.crossings());
        assertFalse(runs.signals());
        assertTrue(RunsRules.of(0, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1).fewCrossings());
    }

    private double[] counts(int n, double mean) {
        return IntStream.range(0, n).mapToDouble(i -> FalseAlarms.atRandom(mean, 1,
                new SplittableRandom(random.nextLong())).length).toArray();
    }
}
