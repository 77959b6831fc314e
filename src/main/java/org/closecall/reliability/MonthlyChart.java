package org.closecall.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.closecall.metrics.Baseline;
import org.closecall.metrics.ChartPoint;
import org.closecall.metrics.ControlChart.Kind;
import org.closecall.reliability.Chart.Cell;
import org.closecall.reliability.Chart.Column;

/** Incidents by month, with limits where there are enough of both; near misses below, never with limits. */
record MonthlyChart(Scope scope, MonthlySeries series) {

    private static final int MANY = 5;
    private static final String LOOK = "look for a cause";

    Chart chart() {
        var columns = List.of(Column.words("Month"), Column.number("Incidents"), Column.number("Triggers"), Column.number(series.single() ? "Months" : "Services"),
                Column.number(unit()), Column.number("Centre"), Column.number("Lower limit"), Column.number("Upper limit"), Column.words("Signal"),
                Column.number("Near misses"));
        var rows = IntStream.range(series.hidden(), series.months().size()).mapToObj(this::row).toList();
        return new Chart("by-month", "uchart", "Incidents and near misses by month", say(), true, columns, rows, foot());
    }

    boolean limits() {
        return !series.rare() && series.chart().hasLimits();
    }

    private Chart.Row row(int i) {
        var month = series.months().get(i);
        var part = scope.over(month.period());
        var value = series.chart().points().get(i).value();
        var point = limits() ? series.chart().points().get(i) : new ChartPoint(value, null, null, null, null, false);
        var name = Cell.of(Months.name(month), scope.over(Period.of(month.month())).address("/reliability")).noted(Months.note(month));
        return Chart.Row.of(name, Cell.count(month.incidents(), part.log(Tiles.INCIDENTS)), Cell.count(month.triggers()), amount(series.services()[i]),
                amount(point.value()), amount(point.centre()), amount(point.lower()), amount(point.upper()),
                Cell.of(point.signals() ? LOOK : ""), Cell.count(month.nearMisses(), part.log(Tiles.NEAR_MISSES)));
    }

    private static Cell amount(Double value) {
        return Cell.value(value == null ? "" : String.format(Locale.ENGLISH, value >= 10 ? "%.1f" : "%.2f", value), value);
    }

    private String unit() {
        return series.single() ? "A month" : "Per service";
    }

    private String say() {
        var near = " Beside them near misses, without limits or judgement.";
        if (!limits()) {
            return "Triggers of incidents in each month. " + (series.rare() ? "Too rare for limits by month: the gaps between them say more." : "Limits need " + Baseline.FEWEST + " months.") + near;
        }
        return "Triggers of incidents in each month" + (series.single() ? "" : ", per service in service") + ", with the limits within which chance alone keeps nearly all, "
                + (series.chart().baseline().isFrozen() ? "frozen from the first " + Baseline.USUAL + " months" : "from the first " + series.chart().baseline().size() + " months so far")
                + "." + near;
    }

    private String foot() {
        return !limits() ? null : series.chart().kind() == Kind.LANEY_U
                ? "Incidents bunch up (variance " + TrendWords.number(series.spread().ratio()) + " times the mean, " + TrendWords.p(series.spread().p())
                + "): the limits are Laney's, which allow for that." : null;
    }

    /** What to look into; empty most of the time. */
    List<String> words() {
        var words = new ArrayList<String>();
        if (!limits()) {
            return words;
        }
        side("above the upper limit", ChartPoint::above, words);
        side("below the lower limit", ChartPoint::below, words);
        var runs = series.runs();
        if (runs.longRun()) {
            words.add("Look for a cause: " + runs.longest() + " months in a row lie on one side of the centre; chance alone seldom does more than " + runs.longestMost() + ".");
        } else if (runs.fewCrossings()) {
            words.add("Look for a cause: the months cross the centre only " + runs.crossings() + " times; chance alone seldom does it fewer than " + runs.crossingsLeast() + " times.");
        }
        return words;
    }

    private void side(String where, Predicate<ChartPoint> beyond, List<String> words) {
        var months = IntStream.range(series.hidden(), series.months().size()).filter(i -> beyond.test(series.chart().points().get(i))).toArray();
        if (months.length > 0) {
            words.add("Look for a cause: incidents in " + named(months) + " were " + where + limitsFrom(months[0]) + ".");
        }
    }

    /** A few by name, more by the first and the last. */
    private String named(int[] months) {
        var all = series.shown().size();
        var first = series.months().get(months[0]);
        var last = series.months().get(months[months.length - 1]);
        var span = months[months.length - 1] - months[0] + 1;
        if (months.length < MANY) {
            return IntStream.of(months).mapToObj(i -> Months.name(series.months().get(i))).collect(Collectors.joining(", "));
        }
        return months.length == all ? "all " + all + " months"
                : months.length + (span == months.length ? "" : " of the " + span) + " months from " + Months.name(first) + " to " + Months.name(last);
    }

    /** Which months set the limits, where these are the limits of all months said. */
    private String limitsFrom(int first) {
        var baseline = series.baseline();
        return baseline.isEmpty() || first < series.anew() ? "" : " (limits from " + Months.name(baseline.get(0)) + " to " + Months.name(baseline.get(baseline.size() - 1)) + ")";
    }
}
