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
    private static final int FIRST_MOMENT = 7;
    private static final long MICROS = 1_000_000;

    private final List<IncidentFact> incidents = new ArrayList<>();
    private final List<NearMissFact> nearMisses = new ArrayList<>();
    private final Moment[] moments = new Moment[MOMENTS.length];

    private FactQuery() {
    }

    static Facts load(Scope scope, TimeRange window) {
        var read = new FactQuery();
        var conditions = scope.which().conditions();
        Rows.read(select(conditions), conditions.values(window.start(), window.end()), read::add);
        return new Facts(first(scope.which().anywhere()), read.incidents, read.nearMisses, Triggers.load());
    }

    /** Only when incidents occurred, the first so many of a window: what limits of charts rest on, long before a page's period. */
    static List<IncidentFact> starts(Scope scope, TimeRange window, int most) {
        var starts = new ArrayList<IncidentFact>();
        var conditions = scope.which().conditions();
        Rows.read("select o.number, date_part('epoch', o.occurred_at) from occurrence o where " + conditions.text()
                + " and o.kind = 'INCIDENT' and o.occurred_at >= ? and o.occurred_at < ? order by o.occurred_at, o.number limit ?",
                conditions.values(window.start(), window.end(), most), row -> starts.add(IncidentFact.start(row.getLong(1), at(row.getDouble(2)))));
        return starts;
    }

    /** The same of each service, in full: an incident of two services is in both. */
    static Map<Long, List<IncidentFact>> byService(Scope scope, TimeRange window) {
        var services = new HashMap<Long, List<IncidentFact>>();
        var conditions = scope.which().conditions();
        Rows.read("select os.service_id, o.number, date_part('epoch', o.occurred_at) from occurrence o join occurrence_service os on os.occurrence_id = o.id where "
                + conditions.text() + " and o.kind = 'INCIDENT' and o.occurred_at >= ? and o.occurred_at < ? order by o.occurred_at, o.number",
                conditions.values(window.start(), window.end()), row -> services.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(IncidentFact.start(row.getLong(2), at(row.getDouble(3)))));
        return services;
    }

    private static String select(Condition conditions) {
        var columns = new StringBuilder("select o.number, o.kind, o.severity, o.detection, o.stopped_by, date_part('epoch', o.occurred_at)");
        for (var moment : MOMENTS) {
            columns.append(", date_part('epoch', o.").append(moment).append("_at), o.").append(moment).append("_state");
        }
        return columns + " from occurrence o where " + conditions.text()
                + " and o.kind in ('INCIDENT', 'NEAR_MISS') and o.occurred_at >= ? and o.occurred_at < ? order by o.occurred_at, o.number";
    }

    private void add(ResultSet row) throws SQLException {
        var number = row.getLong(1);
        var at = at(row.getDouble(6));
        if (row.getString(2).equals("NEAR_MISS")) {
            var stopped = row.getString(5);
            nearMisses.add(new NearMissFact(number, at, stopped == null ? null : StoppedBy.valueOf(stopped)));
            return;
        }
        for (var i = 0; i < moments.length; i++) {
            moments[i] = moment(row, FIRST_MOMENT + 2 * i);
        }
        incidents.add(new IncidentFact(number, severity(row.getString(3)), Detection.valueOf(row.getString(4)), at,
                moments[0], moments[1], moments[2], moments[3], moments[4], moments[5]));
    }

    private static Severity severity(String name) {
        return name == null ? null : Severity.valueOf(name);
    }

    private static Moment moment(ResultSet row, int column) throws SQLException {
        var epoch = row.getDouble(column);
        return row.wasNull() ? new Moment(Moment.State.valueOf(row.getString(column + 1)), null) : Moment.at(at(epoch));
    }

    /** PostgreSQL keeps microseconds, and a double holds those of our times exactly. */
    static Instant at(double epoch) {
        var micros = Math.round(epoch * MICROS);
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
    }

    /** When recording began: the first record of any kind and severity. */
    private static Instant first(Condition conditions) {
        var first = new Instant[1];
        Rows.read("select min(o.occurred_at) from occurrence o where " + conditions.text(), conditions.values(),
                row -> first[0] = row.getTimestamp(1) == null ? null : row.getTimestamp(1).toInstant());
        return first[0];
    }
}
