package org.closecall.reliability;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.closecall.action.Aim;
import org.closecall.reliability.Chart.Cell;
import org.closecall.reliability.Chart.Column;

/** What was promised and kept, by month, and how long the rest has waited. Of a scope only its team and service narrow actions. */
record ActionCharts(Scope scope, Figures figures, AsOf asOf) {

    private static final String LISTED = " from action_item a where a.deleted_at is null and (a.occurrence_id is null or a.occurrence_id not in (select r.id from occurrence r where r.deleted_at is not null))";
    private static final String FLOW = """
            select date_trunc('month', at at time zone ?)::date, sum(promised), sum(finished) from (
              select a.created_at as at, 1 as promised, 0 as finished %1$s and a.created_at >= ? and a.created_at < ?
              union all select a.done_at, 0, 1 %1$s and a.state in ('DONE', 'VERIFIED') and a.done_at >= ? and a.done_at < ?) x group by 1""";
    private static final String AGES = """
            select least(3, (cast(? as date) - (a.created_at at time zone ?)::date - 1) / 30), a.aim, count(*) %s and a.state in ('OPEN', 'IN_PROGRESS') group by 1, 2""";
    private static final List<String> AGE = List.of("Up to 30 days", "31 to 60 days", "61 to 90 days", "More than 90 days");

    Chapter chapter(Chart factors) {
        return Chapter.of("what-we-promised", "What we learned and promised", Stream.of(flow(), ages(), factors).filter(chart -> !chart.rows().isEmpty()).toList());
    }

    /** Actions a that are listed, of the scope's team and service. */
    static String narrowed(Scope scope) {
        return LISTED + (scope.team() == null ? "" : " and a.team_id = " + scope.team().id)
                + (scope.service() == null ? "" : " and (a.service_id = %1$d or a.service_id is null and exists (select 1 from occurrence_service s where s.occurrence_id = a.occurrence_id and s.service_id = %1$d))".formatted(scope.service().id));
    }

    /** What these rest on: of the occurrences, which are removed; with a service, which are its own. */
    static Part[] parts(Scope scope) {
        return scope.service() == null ? new Part[] {Part.ACTIONS, Part.REMOVED} : new Part[] {Part.ACTIONS, Part.REMOVED, Part.OCCURRENCES};
    }

    private Chart flow() {
        var counts = new HashMap<YearMonth, long[]>();
        var months = figures.months();
        if (!months.isEmpty()) {
            var range = new Period(months.get(0).from(), months.get(months.size() - 1).to()).range(scope.zone());
            Rows.kept(asOf.of(parts(scope)), FLOW.formatted(narrowed(scope)), List.of(scope.zone().getId(), range.start(), range.end(), range.start(), range.end()),
                    row -> Map.entry(YearMonth.from(row.getObject(1, LocalDate.class)), new long[] {row.getLong(2), row.getLong(3)})).forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        }
        return new Chart("action-flow", "flow", "Actions promised and finished, by month", "When more is promised than finished for long, the list only grows.", false,
                List.of(Column.words("Month"), Column.number("Promised"), Column.number("Finished")),
                counts.isEmpty() ? List.of() : months.stream().map(month -> flow(month, counts.getOrDefault(month.month(), new long[2]))).toList(), foot());
    }

    private Chart.Row flow(Month month, long[] count) {
        var days = "=" + month.from() + "&%s=" + month.to();
        return Chart.Row.of(Cell.of(Months.name(month)), Cell.count(count[0], list(scope, "state=ANY&since" + days.formatted("until"))),
                Cell.count(count[1], list(scope, "state=DONE,VERIFIED&doneSince" + days.formatted("doneUntil"))));
    }

    private Chart ages() {
        var counts = new HashMap<String, Long>();
        Rows.kept(asOf.of(parts(scope)), AGES.formatted(narrowed(scope)), List.of(scope.today().toString(), scope.zone().getId()),
                row -> Map.entry(Math.max(0, row.getInt(1)) + row.getString(2), row.getLong(3))).forEach(entry -> counts.merge(entry.getKey(), entry.getValue(), Long::sum));
        var columns = new ArrayList<>(List.of(Column.words("Age")));
        Stream.of(Aim.values()).forEach(aim -> columns.add(Column.number(aim.label)));
        return new Chart("action-ages", "ageing", "Age of unfinished actions", Units.count(counts.values().stream().mapToLong(Long::longValue).sum(), "action", "actions") + " unfinished now, by aim.", false,
                columns, counts.isEmpty() ? List.of() : Stream.of(0, 1, 2, 3).map(age -> ages(age, counts)).toList(), foot());
    }

    private Chart.Row ages(int age, Map<String, Long> counts) {
        var cells = new ArrayList<>(List.of(Cell.of(AGE.get(age))));
        var since = age == 3 ? "" : "&since=" + scope.today().minusDays(30L * (age + 1));
        var until = age == 0 ? "" : "&until=" + scope.today().minusDays(30L * age + 1);
        Stream.of(Aim.values()).forEach(aim -> cells.add(Cell.count(counts.getOrDefault(age + aim.name(), 0L), list(scope, "state=OPEN,IN_PROGRESS&aim=" + aim + since + until))));
        return new Chart.Row(cells);
    }

    static String list(Scope scope, String first) {
        return "/actions?" + first + (scope.team() == null ? "" : "&team=" + scope.team().id) + (scope.service() == null ? "" : "&service=" + scope.service().id);
    }

    private String foot() {
        var narrowed = scope.which().parameters().keySet().stream().anyMatch(name -> !List.of("team", "service").contains(name));
        return narrowed ? "Of this scope only team and service narrow actions." : null;
    }
}
