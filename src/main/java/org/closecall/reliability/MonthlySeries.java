package org.closecall.reliability;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.closecall.metrics.Baseline;
import org.closecall.metrics.ChartChoice;
import org.closecall.metrics.ControlChart;
import org.closecall.metrics.CountCharts;
import org.closecall.metrics.OverDispersion;
import org.closecall.metrics.RunsRules;

/**
 * Triggers by month with limits that stay: those of the first 20 months since recording began, or since a change was
 * declared, even where these lie before the months shown.
 *
 * @param months the months limits rest on that are not shown, then those shown
 * @param hidden how many are not shown
 * @param anew where the last phase begins, whose limits the chart's baseline is
 * @param services how many services there were in each
 */
record MonthlySeries(List<Month> months, int hidden, double[] services, boolean single, int anew, ControlChart chart, OverDispersion spread) {

    static MonthlySeries of(Scope scope, Figures figures, Facts facts, List<LocalDate> changes) {
        var shown = figures.months();
        var starts = starts(scope, facts, changes);
        var months = new ArrayList<>(before(scope, facts, starts.floor(shown.get(0).month()), shown.get(0).month()));
        var hidden = months.size();
        months.addAll(shown);
        var time = ServiceTime.load(scope, facts.asOf());
        var services = months.stream().mapToDouble(time::in).toArray();
        var counts = months.stream().mapToDouble(Month::triggers).toArray();
        var phases = starts.stream().map(start -> months.stream().map(Month::month).toList().indexOf(start)).toList();
        var spread = spread(months, counts, phases);
        return new MonthlySeries(months, hidden, services, time.single(), last(phases), ControlChart.inPhases(months.size(), phases, (from, to) ->
                chart(part(counts, from, to), part(services, from, to), spread.overDispersed())), spread);
    }

    private static ControlChart chart(double[] counts, double[] services, boolean uneven) {
        var baseline = Baseline.of(counts.length);
        return uneven ? CountCharts.laneyU(counts, services, baseline) : CountCharts.u(counts, services, baseline);
    }

    private static double[] part(double[] all, int from, int to) {
        return Arrays.copyOfRange(all, from, to);
    }

    private static int last(List<Integer> phases) {
        return phases.stream().mapToInt(Integer::intValue).filter(start -> start >= 0).max().orElse(0);
    }

    /** Of the last phase's baseline, without months of which only a part was observed. */
    private static OverDispersion spread(List<Month> months, double[] counts, List<Integer> phases) {
        var from = last(phases);
        return OverDispersion.of(IntStream.range(from, Math.min(months.size(), from + Baseline.USUAL))
                .filter(i -> months.get(i).whole()).mapToDouble(i -> counts[i]).toArray());
    }

    /** The month recording began, and the first whole ones after each change. */
    private static TreeSet<YearMonth> starts(Scope scope, Facts facts, List<LocalDate> changes) {
        var starts = new TreeSet<YearMonth>(List.of(YearMonth.from(facts.observedFrom().atZone(scope.zone()))));
        changes.stream().map(day -> YearMonth.from(day.minusDays(1)).plusMonths(1)).filter(month -> month.isAfter(starts.first())).forEach(starts::add);
        return starts;
    }

    private static List<Month> before(Scope scope, Facts facts, YearMonth start, YearMonth shown) {
        var end = start.plusMonths(Baseline.USUAL).isBefore(shown) ? start.plusMonths(Baseline.USUAL) : shown;
        if (!start.isBefore(shown)) {
            return List.of();
        }
        var recorded = LocalDate.ofInstant(facts.observedFrom(), scope.zone());
        var first = start.atDay(1).isBefore(recorded) ? recorded : start.atDay(1);
        var days = new Period(first, end.atDay(1).minusDays(1));
        var conditions = scope.which().conditions();
        var time = days.range(scope.zone());
        return Kept.during(time, facts.asOf().of(scope.which().triggerParts()), List.of("months", conditions.text(), conditions.values(), days, scope.zone()), () -> Month.between(first, days.to(),
                facts.of(FactQuery.starts(scope, time, Integer.MAX_VALUE)), scope.zone()), null, List::size);
    }

    /** The months the limits of the last phase rest on; empty where it has none. */
    List<Month> baseline() {
        var baseline = chart.baseline();
        return baseline.isNone() ? List.of() : months.subList(anew + baseline.from(), anew + baseline.to());
    }

    List<Month> shown() {
        return months.subList(hidden, months.size());
    }

    /** Of whole months: in a part of one there are as many services as part of it was observed. */
    Fleet fleet() {
        var whole = IntStream.range(hidden, months.size()).filter(i -> months.get(i).whole()).boxed().toList();
        return new Fleet(whole.stream().map(i -> services[i]).toList(), whole.stream().map(i -> months.get(i).triggers()).toList());
    }

    /** Triggers a month, on average over those the limits rest on. */
    double perMonth() {
        return months.stream().limit(Math.max(Baseline.USUAL, 1)).mapToLong(Month::triggers).average().orElse(0);
    }

    /** Whether months have too few for limits: gaps say more. */
    boolean rare() {
        return !ChartChoice.of(perMonth(), false).contains(ControlChart.Kind.U);
    }

    boolean gapsToo() {
        return ChartChoice.of(perMonth(), false).contains(ControlChart.Kind.T);
    }

    /** Runs among the months shown since the last change: those before it had another centre. */
    RunsRules runs() {
        return chart.centre() == null ? null : RunsRules.of(chart.centre(), chart.points().stream().skip(Math.max(hidden, anew))
                .filter(point -> point.value() != null).mapToDouble(point -> point.value()).toArray());
    }
}
