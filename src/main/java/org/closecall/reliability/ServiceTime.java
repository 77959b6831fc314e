package org.closecall.reliability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.closecall.metrics.TimeRange;

/**
 * When the services of a scope were in service: from the given day, or from the first record, until archived. Where
 * none was, the organisation counts as one.
 */
record ServiceTime(List<Served> services, Scope scope) {

    record Served(long id, String name, TimeRange time) {
    }

    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
    /** First records are looked for, of all services at once, only where one has none before the window. */
    private static final String SERVICES = """
            with firsts as materialized (select os.service_id, min(o.occurred_at) as at from occurrence_service os join occurrence o on o.id = os.occurrence_id where o.deleted_at is null and not o.drill group by os.service_id)
            select s.id, s.name, s.in_service_on::text, s.archived_at, case
                when s.in_service_on is not null then null
                when exists (select 1 from occurrence_service os join occurrence o on o.id = os.occurrence_id where os.service_id = s.id and o.deleted_at is null and not o.drill and o.occurred_at < ?) then ?
                else (select f.at from firsts f where f.service_id = s.id) end
            from service s where true""";

    /** from: nothing before it is asked for. */
    static ServiceTime load(Scope scope, AsOf asOf, Instant from) {
        var all = new Condition(SERVICES);
        all.and(scope.service(), one -> one.id, "s.id = ?");
        all.and(scope.team(), one -> one.id, "s.team_id = ?");
        all.and(scope.path(), one -> one.id, "exists (select 1 from critical_path_service ps where ps.service_id = s.id and ps.critical_path_id = ?)");
        var values = new ArrayList<Object>(List.of(from, from));
        values.addAll(all.values());
        var services = Rows.kept(asOf, all.text() + " -- " + scope.zone(), values, row -> {
            var day = row.getString(3);
            var archived = row.getTimestamp(4) == null ? NEVER : row.getTimestamp(4).toInstant();
            var first = day != null ? LocalDate.parse(day).atStartOfDay(scope.zone()).toInstant() : row.getTimestamp(5) == null ? NEVER : row.getTimestamp(5).toInstant();
            return first.isBefore(archived) ? new Served(row.getLong(1), row.getString(2), new TimeRange(first, archived)) : null;
        });
        return new ServiceTime(services.stream().filter(service -> service != null).toList(), scope);
    }

    /** How many services there were in a month, those of a part of it as that part. */
    double in(Month month) {
        var observed = month.period().range(scope.zone()).until(scope.now());
        var whole = Period.of(month.month()).range(scope.zone()).hours();
        var hours = services.stream().mapToDouble(service -> observed.within(service.time).hours()).sum();
        return (services.isEmpty() ? observed.hours() : hours) / whole;
    }

    boolean single() {
        return services.size() < 2;
    }
}
