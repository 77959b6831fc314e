package org.closecall.reliability;

import java.time.Instant;
import java.time.LocalDate;
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
    private static final String SERVICES = "select s.id, s.name, s.in_service_on::text, s.archived_at from service s where true";

    static ServiceTime load(Scope scope, AsOf asOf) {
        var all = new Condition(SERVICES);
        all.and(scope.service(), one -> one.id, "s.id = ?");
        all.and(scope.team(), one -> one.id, "s.team_id = ?");
        all.and(scope.path(), one -> one.id, "exists (select 1 from critical_path_service ps where ps.service_id = s.id and ps.critical_path_id = ?)");
        var firsts = FirstRecords.kept(asOf);
        var services = Rows.kept(asOf.of(Part.CATALOGUE), all.text() + " -- " + scope.zone(), all.values(), row -> {
            var day = row.getString(3);
            var archived = row.getTimestamp(4) == null ? NEVER : row.getTimestamp(4).toInstant();
            return new Known(row.getLong(1), row.getString(2), day == null ? null : LocalDate.parse(day).atStartOfDay(scope.zone()).toInstant(), archived);
        });
        return new ServiceTime(services.stream().map(one -> one.served(firsts.of(one.id))).filter(service -> service != null).toList(), scope);
    }

    private record Known(long id, String name, Instant given, Instant archived) {

        Served served(Instant record) {
            var first = given != null ? given : record == null ? NEVER : record;
            return first.isBefore(archived) ? new Served(id, name, new TimeRange(first, archived)) : null;
        }
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
