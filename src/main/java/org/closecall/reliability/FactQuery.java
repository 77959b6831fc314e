package org.closecall.reliability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        var conditions = scope.which().conditions();
        var anywhere = scope.which().anywhere();
        var sql = select(conditions);
        var values = conditions.values(window.start(), window.end());
        var asOf = AsOf.now();
        return Kept.or(asOf, List.of(sql, values), () -> {
            var read = new FactQuery();
            Rows.read(sql, values, read::add);
            var ends = ends(anywhere);
            return new Facts(ends[0], ends[1], read.incidents, read.nearMisses, Triggers.load(), asOf);
        }, Facts::size);
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
                + " and o.kind in ('INCIDENT', 'NEAR_MISS') and o.occurred_at >= ? and o.occurred_at < ? order by o.occurred_at, o.number";
    }

    private void add(ResultSet row) throws SQLException {
        var number = row.getLong(2);
        var at = at(row.getDouble(7));
        if (row.getString(3).equals("NEAR_MISS")) {
            var stopped = row.getString(6);
            nearMisses.add(new NearMissFact(number, at, stopped == null ? null : StoppedBy.valueOf(stopped)));
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
