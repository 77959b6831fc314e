package org.closecall.reliability;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.closecall.action.Aim;
import org.closecall.metrics.ResponseTimes;
import org.closecall.reliability.Chart.Cell;
import org.closecall.reliability.Chart.Column;

/**
 * The two answers to an incident side by side, by quarter: what prevents recurrence with the time between incidents,
 * what limits impact with the time to mitigate. Side by side is all it claims: one is not shown to cause the other.
 */
record TwoStrategies(Scope scope, Facts facts) {

    private static final int MOST_QUARTERS = 8;
    private static final String SQL = """
            select date_trunc('quarter', a.done_at at time zone ?)::date, a.aim, count(*), count(*) filter (where a.state = 'VERIFIED')
            from action_item a where a.deleted_at is null and a.state in ('DONE', 'VERIFIED') and a.aim in ('PREVENT_RECURRENCE', 'REDUCE_IMPACT') and a.done_at >= ? and a.done_at < ?
              and (a.occurrence_id is null or a.occurrence_id not in (select r.id from occurrence r where r.deleted_at is not null))""";

    private record Kept(long finished, long verified) {
        private static final Kept NONE = new Kept(0, 0);
    }

    /** Without rows where no action of either aim was finished. */
    Chart chart() {
        var last = scope.period().last(scope.today());
        var first = first(last);
        var kept = kept(new Period(first, last));
        var rows = new ArrayList<Chart.Row>();
        for (var quarter = first; !quarter.isAfter(last); quarter = quarter.plusMonths(3)) {
            rows.add(row(quarter, kept));
        }
        return new Chart("two-strategies", null, "Never again, or less harm", "Actions that prevent recurrence beside the time between incidents; actions that limit impact beside the time to mitigate. Side by side, not cause and effect: to judge a change, declare it beforehand.",
                true, List.of(Column.words("Quarter"), Column.number("Prevent recurrence: finished"), Column.number("Time between incidents"), Column.number("95 %"),
                Column.number("Reduce impact: finished"), Column.number("Time to mitigate, median"), Column.number("95 %")), kept.isEmpty() ? List.of() : rows, null);
    }

    /** The first day of the first quarter that the loaded months hold whole, but of the last eight at most. */
    private LocalDate first(LocalDate last) {
        var first = quarter(last).minusMonths(3L * (MOST_QUARTERS - 1));
        var loaded = scope.months().from();
        var whole = loaded == null || quarter(loaded).equals(loaded) ? loaded : quarter(loaded).plusMonths(3);
        return whole == null || whole.isBefore(first) ? first : whole;
    }

    private static LocalDate quarter(LocalDate day) {
        return day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
    }

    private Map<String, Kept> kept(Period quarters) {
        var kept = new HashMap<String, Kept>();
        var range = quarters.range(scope.zone());
        var narrowed = new Condition(SQL).and(scope.team(), team -> team.id, "a.team_id = ?").and(scope.service(), service -> service.id,
                "? in (select a.service_id union all select s.service_id from occurrence_service s where s.occurrence_id = a.occurrence_id and a.service_id is null)");
        var values = new ArrayList<Object>(List.of(scope.zone().getId(), range.start(), range.end()));
        values.addAll(narrowed.values());
        Rows.kept(facts.asOf().of(ActionCharts.parts(scope)), narrowed.text() + " group by 1, 2", values, row -> Map.entry(row.getObject(1, LocalDate.class) + row.getString(2), new Kept(row.getLong(3), row.getLong(4))))
                .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return kept;
    }

    private Chart.Row row(LocalDate first, Map<String, Kept> kept) {
        var quarter = scope.over(new Period(first, first.plusMonths(3).minusDays(1)));
        var sample = Sample.of(facts, quarter);
        var between = Between.of(sample.triggers(), sample.observed().hours());
        var times = Durations.of(sample.incidents().stream().map(one -> one.times(scope.now())).map(ResponseTimes::timeToMitigate).toList(), 0);
        var name = "Q%d %d".formatted((first.getMonthValue() + 2) / 3, first.getYear()) + (quarter.period().to().isBefore(scope.today()) ? "" : ", so far");
        return Chart.Row.of(Cell.of(name, quarter.address("/reliability")), finished(kept, first, Aim.PREVENT_RECURRENCE), mean(between, sample), bounds(between, sample),
                finished(kept, first, Aim.REDUCE_IMPACT), median(times), Cell.of(blank(Units.minutes(times.lowerMinutes(), times.upperMinutes()))));
    }

    private Cell finished(Map<String, Kept> kept, LocalDate first, Aim aim) {
        var count = kept.getOrDefault(first + aim.name(), Kept.NONE);
        var list = "/actions?state=DONE,VERIFIED&aim=%s&doneSince=%s&doneUntil=%s".formatted(aim, first, first.plusMonths(3).minusDays(1))
                + (scope.team() == null ? "" : "&team=" + scope.team().id) + (scope.service() == null ? "" : "&service=" + scope.service().id);
        return Cell.count(count.finished, list).noted(count.finished == 0 ? null : "%d verified".formatted(count.verified));
    }

    private static Cell mean(Between between, Sample sample) {
        var many = Units.count(between.n(), "trigger", "triggers");
        return sample.observed().hours() == 0 ? Cell.of("not observed")
                : Cell.of(between.n() < 5 ? many : Units.span(between.meanHours()), between.n() == 0 ? null : sample.scope().log(Tiles.INCIDENTS)).noted(between.n() < 5 ? null : "of " + many);
    }

    private static Cell bounds(Between between, Sample sample) {
        return Cell.of(sample.observed().hours() == 0 ? "" : blank(Units.spans(between.lowerHours(), between.upperHours())));
    }

    private static Cell median(Durations times) {
        return times.n() == 0 ? Cell.of("no values") : !times.values().isEmpty() ? Cell.of(DurationTiles.values(times))
                : times.medianMinutes() == null ? Cell.of("more than half are open") : Cell.of(Units.minutes(times.medianMinutes().doubleValue())).noted("of " + times.n());
    }

    private static String blank(String text) {
        return text == null ? "" : text;
    }
}
