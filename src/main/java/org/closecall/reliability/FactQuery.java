package org.closecall.reliability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.metrics.TimeRange;
import org.closecall.occurrence.Detection;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Severity;
import org.closecall.occurrence.StoppedBy;

/** Reads the records of a window in one statement. */
final class FactQuery {

    private static final String[] MOMENTS = {"started", "impact", "detected", "acknowledged", "mitigated", "resolved"};
    private static final int FIRST_MOMENT = 8;
    private static final long MICROS = 1_000_000;

    private final List<IncidentFact> incidents = new ArrayList<>();
    private final List<NearMissFact> nearMisses = new ArrayList<>();
    private final Moment[] moments = new Moment[MOMENTS.length];

    private FactQuery() {
    }

    static Facts load(Scope scope, TimeRange window) {
        var which = scope.which();
        var conditions = which.conditions();
        var asOf = AsOf.now();
        var values = conditions.values(window.start(), window.end());
        var sql = select(conditions);
        var records = Kept.during(window, asOf.of(which.parts()), List.of(sql, values), () -> read(sql, values), (known, written) -> known.without(written).with(read(sql + among(written), values)), Records::size);
        var anywhere = which.anywhere();
        var ends = Kept.or(asOf.of(which.parts()), List.of("ends", anywhere.text(), anywhere.values()), () -> ends(anywhere), any -> 1);
        return new Facts(ends[0], ends[1], records.incidents, records.nearMisses, Triggers.kept(asOf), asOf);
    }

    /** Both in the order of time. */
    private record Records(List<IncidentFact> incidents, List<NearMissFact> nearMisses) {

        Records without(Set<Long> ids) {
            return new Records(incidents.stream().filter(one -> !ids.contains(one.id())).toList(), nearMisses.stream().filter(one -> !ids.contains(one.id())).toList());
        }

        Records with(Records more) {
            return new Records(together(incidents, more.incidents, Comparator.comparing(IncidentFact::occurredAt).thenComparing(IncidentFact::number)),
                    together(nearMisses, more.nearMisses, Comparator.comparing(NearMissFact::occurredAt).thenComparing(NearMissFact::number)));
        }

        private static <T> List<T> together(List<T> all, List<T> more, Comparator<T> order) {
            return more.isEmpty() ? all : Stream.concat(all.stream(), more.stream()).sorted(order).toList();
        }

        int size() {
            return incidents.size() + nearMisses.size();
        }
    }

    private static Records read(String sql, List<Object> values) {
        var read = new FactQuery();
        Rows.read(sql + " order by o.occurred_at, o.number", values, read::add);
        return new Records(read.incidents, read.nearMisses);
    }

    /** Ids are numbers: nothing to bind, and the statement stays within what a driver takes. */
    static String among(Set<Long> ids) {
        return " and o.id in (" + ids.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
    }

    /** Only when incidents occurred, the first so many of a window: what limits of charts rest on, long before a page's period. */
    static List<IncidentFact> starts(Scope scope, TimeRange window, int most) {
        var starts = new ArrayList<IncidentFact>();
        var conditions = scope.which().conditions();
        Rows.read("select o.id, o.number, date_part('epoch', o.occurred_at) from occurrence o where " + conditions.text()
                + " and o.kind = 'INCIDENT' and o.occurred_at >= ? and o.occurred_at < ? order by o.occurred_at, o.number limit ?",
                conditions.values(window.start(), window.end(), most), row -> starts.add(IncidentFact.start(row.getLong(1), row.getLong(2), at(row.getDouble(3)))));
        return starts;
    }

    /** The same of each service, in full: an incident of two services is in both. */
    static Map<Long, List<IncidentFact>> byService(Scope scope, TimeRange window) {
        var services = new HashMap<Long, List<IncidentFact>>();
        var conditions = scope.which().conditions();
        Rows.read("select os.service_id, o.id, o.number, date_part('epoch', o.occurred_at) from occurrence o join occurrence_service os on os.occurrence_id = o.id where "
                + conditions.text() + " and o.kind = 'INCIDENT' and o.occurred_at >= ? and o.occurred_at < ? order by o.occurred_at, o.number",
                conditions.values(window.start(), window.end()), row -> services.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(IncidentFact.start(row.getLong(2), row.getLong(3), at(row.getDouble(4)))));
        return services;
    }

    private static String select(Condition conditions) {
        var columns = new StringBuilder("select o.id, o.number, o.kind, o.severity, o.detection, o.stopped_by, date_part('epoch', o.occurred_at)");
        for (var moment : MOMENTS) {
            columns.append(", date_part('epoch', o.").append(moment).append("_at), o.").append(moment).append("_state");
        }
        return columns + " from occurrence o where " + conditions.text()
                + " and o.kind in ('INCIDENT', 'NEAR_MISS') and o.occurred_at >= ? and o.occurred_at < ?";
    }

    private void add(ResultSet row) throws SQLException {
        var number = row.getLong(2);
        var at = at(row.getDouble(7));
        if (row.getString(3).equals("NEAR_MISS")) {
            var stopped = row.getString(6);
            nearMisses.add(new NearMissFact(row.getLong(1), number, at, stopped == null ? null : StoppedBy.valueOf(stopped)));
            return;
        }
        for (var i = 0; i < moments.length; i++) {
            moments[i] = moment(row, FIRST_MOMENT + 2 * i);
        }
        incidents.add(new IncidentFact(row.getLong(1), number, severity(row.getString(4)), Detection.valueOf(row.getString(5)), at,
                moments[0], moments[1], moments[2], moments[3], moments[4], moments[5]));
    }

    private static Severity severity(String name) {
        return name == null ? null : Severity.valueOf(name);
    }

    private static Moment moment(ResultSet row, int column) throws SQLException {
        var epoch = row.getDouble(column);
        return row.wasNull() ? without(Moment.State.valueOf(row.getString(column + 1))) : Moment.at(at(epoch));
    }

    private static Moment without(Moment.State state) {
        return switch (state) {
            case NOT_YET -> Moment.NOT_YET;
            case UNKNOWN -> Moment.UNKNOWN;
            case NONE -> Moment.NONE;
            case AT -> throw new IllegalStateException("A moment has no time");
        };
    }

    /** PostgreSQL keeps microseconds, and a double holds those of our times exactly. */
    static Instant at(double epoch) {
        var micros = Math.round(epoch * MICROS);
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
    }

    /** When recording began, and the latest record: of any kind and severity. */
    private static Instant[] ends(Condition conditions) {
        var ends = new Instant[2];
        Rows.read("select min(o.occurred_at), max(o.occurred_at) from occurrence o where " + conditions.text(), conditions.values(), row -> {
            for (var i = 0; i < ends.length; i++) {
                ends[i] = row.getTimestamp(i + 1) == null ? null : row.getTimestamp(i + 1).toInstant();
            }
        });
        return ends;
    }
}
