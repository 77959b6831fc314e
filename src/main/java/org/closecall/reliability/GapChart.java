package org.closecall.reliability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.closecall.metrics.Baseline;
import org.closecall.metrics.ControlChart;
import org.closecall.metrics.TimeRange;
import org.closecall.metrics.ValueCharts;
import org.closecall.reliability.Chart.Cell;
import org.closecall.reliability.Chart.Column;
import org.closecall.web.Formats;

/**
 * Days from each trigger to the next where they are rare: a t chart with the limits of the first 20 gaps since recording
 * began, or since a declared change. What begins at once is one.
 *
 * @param gaps those the limits rest on that are not shown, then those shown
 * @param hidden how many are not shown
 * @param merged how many of those shown began together with the one before
 */
record GapChart(Scope scope, List<Gap> gaps, int hidden, int merged, ControlChart limits) {

    private static final int ENOUGH = 200;
    private static final int MOST = 600;
    private static final double DAY = 24;

    /** The days before an incident. */
    record Gap(IncidentFact began, double days) {
    }

    static GapChart of(Basis basis, List<LocalDate> changes) {
        var scope = basis.scope();
        var observed = basis.facts().observedFrom();
        var from = basis.from().isBefore(observed) ? observed : basis.from();
        var starts = new TreeSet<Instant>(List.of(observed));
        changes.stream().map(day -> day.atStartOfDay(scope.zone()).toInstant()).filter(day -> day.isAfter(observed)).forEach(starts::add);
        var shown = gaps(basis.facts().standing());
        var gaps = new ArrayList<>(before(basis, starts.floor(from), from));
        var hidden = gaps.size();
        shown.stream().filter(gap -> gap.days > 0).forEach(gaps::add);
        var days = gaps.stream().mapToDouble(Gap::days).toArray();
        var phases = starts.stream().map(start -> (int) gaps.stream().filter(gap -> gap.began.occurredAt().isBefore(start)).count()).toList();
        return new GapChart(scope, gaps, hidden, shown.size() - gaps.size() + hidden, ControlChart.inPhases(days.length, phases, (a, b) ->
                ValueCharts.t(Arrays.copyOfRange(days, a, b), Baseline.of(b - a), false)));
    }

    private static List<Gap> gaps(List<IncidentFact> triggers) {
        return IntStream.range(1, triggers.size()).mapToObj(i -> new Gap(triggers.get(i),
                TimeRange.hours(triggers.get(i - 1).occurredAt(), triggers.get(i).occurredAt()) / DAY)).toList();
    }

    /** The first gaps of the phase: those its limits rest on. */
    private static List<Gap> before(Basis basis, Instant start, Instant shown) {
        if (!start.isBefore(shown)) {
            return List.of();
        }
        var facts = basis.facts();
        var conditions = basis.scope().which().conditions();
        var time = new TimeRange(start, shown);
        var first = Kept.during(time, facts.asOf().of(basis.scope().which().parts()), List.of("starts", conditions.text(), conditions.values(start, shown)), () -> FactQuery.starts(basis.scope(), time, ENOUGH), null, List::size);
        return gaps(facts.triggers().standing(first)).stream().filter(gap -> gap.days > 0).limit(Baseline.USUAL).toList();
    }

    Chart chart() {
        var columns = List.of(Column.words("Began"), Column.number("Days since the one before"), Column.number("Centre"), Column.number("Lower limit"),
                Column.number("Upper limit"), Column.words("Signal"));
        var rows = IntStream.range(hidden, gaps.size()).mapToObj(this::row).toList();
        return new Chart("gaps", "tchart", "Gaps between incidents", say(), false, columns, rows.subList(Math.max(0, rows.size() - MOST), rows.size()), foot());
    }

    private Chart.Row row(int i) {
        var point = limits.points().get(i);
        var began = gaps.get(i).began;
        var name = Cell.of(Formats.day(began.occurredAt(), scope.zone()), "/occurrences/" + began.number()).noted("#" + began.number());
        return Chart.Row.of(name, SeriesGaps.days(point.value()), SeriesGaps.days(point.centre()), SeriesGaps.days(point.lower()), SeriesGaps.days(point.upper()),
                Cell.of(SeriesGaps.signal(point)));
    }

    private String say() {
        return "Days from one trigger to the next, drawn on a logarithmic scale. " + (limits.hasLimits()
                ? "A point above the upper limit is good: a longer quiet time than chance explains. Limits are "
                + (limits.baseline().isFrozen() ? "frozen from the first " + Baseline.USUAL + " gaps." : "from the first " + limits.baseline().size() + " gaps so far.")
                : "Limits need " + Baseline.FEWEST + " gaps.");
    }

    private String foot() {
        return merged == 0 ? null : merged + (merged == 1 ? " incident that began" : " incidents that began") + " together with another "
                + (merged == 1 ? "is" : "are") + " counted with it.";
    }

    List<String> words(RuleSet rules) {
        var words = new ArrayList<String>();
        IntStream.range(hidden, gaps.size()).forEach(i -> {
            var point = limits.points().get(i);
            if (point.above()) {
                words.add("Good to know why: the " + Math.round(point.value()) + " days before #" + gaps.get(i).began.number() + " were a longer quiet time than chance explains.");
            } else if (point.below()) {
                words.add("Look for a cause: #" + gaps.get(i).began.number() + " came sooner after the one before than chance explains.");
            }
        });
        if (limits.hasLimits()) {
            words.addAll(rules.words(limits, hidden, i -> "#" + gaps.get(i).began.number(), "among the gaps"));
        }
        return words;
    }
}
