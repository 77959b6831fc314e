package org.closecall.reliability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.closecall.metrics.Holm;
import org.closecall.metrics.TimeRange;
import org.closecall.metrics.Trend;
import org.closecall.metrics.Verdict;
import org.closecall.reliability.Chart.Cell;
import org.closecall.reliability.Chart.Column;
import org.closecall.web.Formats;

/**
 * Every service's trend at the last review date: with forty services two would be flagged by chance alone, so that the
 * p-values of all tested ones are corrected together (Holm).
 */
record ServiceReview(Scope scope, Period judged, List<Row> rows, Holm holm) {

    /** adjusted: null where too few incidents were there to test, or all gaps are the same. */
    record Row(long service, String name, Trend trend, Double adjusted) {

        Verdict verdict() {
            return adjusted == null ? trend.atReview() : trend.adjustedTo(adjusted).atReview();
        }
    }

    static ServiceReview of(Scope scope) {
        var judged = Judgement.period(scope);
        var window = judged.range(scope.zone()).until(scope.now());
        var incidents = FactQuery.byService(scope, window);
        var triggers = Triggers.load();
        var rows = ServiceTime.load(scope, AsOf.now()).services().stream().map(service -> {
            var observed = window.within(service.time());
            var times = triggers.standing(incidents.getOrDefault(service.id(), List.of())).stream().filter(one -> observed.contains(one.occurredAt()))
                    .mapToDouble(one -> TimeRange.hours(observed.start(), one.occurredAt())).toArray();
            return new Row(service.id(), service.name(), Judgement.trend(times, observed.hours()), null);
        }).sorted(Comparator.comparing(Row::name, String.CASE_INSENSITIVE_ORDER)).toList();
        return adjusted(scope, judged, rows);
    }

    private static ServiceReview adjusted(Scope scope, Period judged, List<Row> rows) {
        var tested = rows.stream().filter(row -> row.trend.primary() != null && row.trend.n() >= Trend.FEWEST).toList();
        var holm = Holm.adjust(tested.stream().map(row -> row.trend.primary().p()).toList(), Trend.ALPHA);
        var all = new ArrayList<Row>();
        for (var row : rows) {
            var at = tested.indexOf(row);
            all.add(at < 0 ? row : new Row(row.service, row.name, row.trend, holm.adjusted().get(at)));
        }
        return new ServiceReview(scope, judged, all, holm);
    }

    Chart chart() {
        var columns = List.of(Column.words("Service"), Column.number("Triggers"), Column.number("p"), Column.number("p for all together"), Column.words("Verdict"));
        return new Chart("services", null, "At the review of " + Formats.day(judged.to()), say(), true, columns, rows.stream().map(this::row).toList(),
                "Days judged: " + judged.label() + ". Duplicates and consequences count once in each service.");
    }

    private String say() {
        var tested = holm.adjusted().size();
        var uncorrected = rows.stream().filter(row -> row.adjusted != null && row.trend.primary().p() < Trend.ALPHA).count();
        var alike = rows.stream().filter(row -> row.adjusted == null && row.trend.n() >= Trend.FEWEST).count();
        var untestable = alike == 0 ? "" : " Nor can " + Units.count(alike, "service", "services") + " be, whose incidents all began at the same moment or at even gaps.";
        return tested == 0 ? alike == 0 ? "No service had the five incidents it takes to test anything." : "No service is tested: that takes five incidents, at gaps that differ."
                : tested == 1 ? holm.flagged() + " of 1" + Units.NBSP + "service flagged: at most 5 in 100 would be by chance. Services with fewer than five incidents are not tested." + untestable
                : holm.flagged() + " of " + Units.count(tested, "service", "services") + " flagged, corrected for looking at so many: that even one is flagged by chance happens in at most 5 of 100 reviews. Uncorrected it would be "
                + uncorrected + ", with about " + Math.round(10 * holm.expectedByChance()) / 10.0 + " expected by chance alone. Services with fewer than five incidents are not tested." + untestable;
    }

    private Chart.Row row(Row row) {
        var which = scope.over(judged);
        var count = Cell.count(row.trend.n(), which.log(Tiles.INCIDENTS + "&service=" + row.service));
        return Chart.Row.of(Cell.of(row.name, "/services/" + row.service), count, p(row.adjusted == null ? null : (Double) row.trend.primary().p()), p(row.adjusted),
                Cell.of(TrendWords.text(row.verdict(), row.trend.n(), row.trend.variation())));
    }

    private static Cell p(Double p) {
        return Cell.value(p == null ? "" : TrendWords.p(p).replaceFirst("^p.", ""), p);
    }
}
