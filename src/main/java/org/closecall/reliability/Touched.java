package org.closecall.reliability;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.closecall.metrics.TimeRange;

/**
 * What was written, as table touch tells it: asked each time with the snapshot of the last time, the database names
 * exactly what has been committed in between, also by transactions that had begun long before.
 */
final class Touched {

    /** A record that was written; all of them where it has no id. */
    record Touch(long change, long occurrence, Instant earliest, Instant latest) {

        boolean in(TimeRange window) {
            return earliest.isBefore(window.end()) && !latest.isBefore(window.start());
        }
    }

    /**
     * What the next question begins with. A server that was restored or replaced counts its transactions anew, but does not
     * start at the same moment again; one that recovered emptied the table, and with it the row that stands for ever.
     */
    private record Base(String snapshot, String server, Instant at) {
    }

    /** A row without a time is where its record lies now: whoever moved it since has left a row of both times. */
    private static final String SEEN = """
            select pg_current_snapshot()::text, pg_postmaster_start_time() || ' ' || 'touch'::regclass::oid, now(), t.part, t.occurrence_id, t.earliest, t.latest,
              case when t.earliest is null then (select o.occurred_at from occurrence o where o.id = t.occurrence_id) end,
              (select s.xid::text from touch s where s.noted_at = 'infinity' order by s.xid limit 1)
            from (select 1) one left join touch t on t.xid >= pg_snapshot_xmin(cast(? as pg_snapshot)) and t.xid < pg_snapshot_xmax(pg_current_snapshot())
              and not pg_visible_in_snapshot(t.xid, cast(? as pg_snapshot)) limit 5000""";
    private static final String STANDING = "insert into touch (part, noted_at) select 'ALL', 'infinity' where not exists (select from touch where noted_at = 'infinity')";
    private static final int MANY = 5_000;
    private static final int KEPT = 4_000;
    /** Rows of touch are cleared after a day. */
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration OFTEN = Duration.ofMinutes(1);

    private static final long[] CHANGES = new long[Part.values().length];
    private static final Deque<Touch> LOG = new ArrayDeque<>();
    private static Base base;
    private static long last;
    /** Of what came later, all is in the log. */
    private static long complete;

    private final List<Touch> records = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();
    private Base next;
    private int rows;
    private boolean emptied;

    private Touched() {
    }

    static AsOf now() {
        while (true) {
            var from = base();
            var seen = new Touched();
            var snapshot = from == null ? "1:1:" : from.snapshot;
            Rows.read(from == null ? SEEN.replace("limit 5000", "limit 1") : SEEN, List.of(snapshot, snapshot), seen::add);
            var asOf = seen.emptied ? null : seen.noted(from);
            if (asOf != null) {
                return asOf;
            } else if (seen.emptied) {
                QuarkusTransaction.requiringNew().run(() -> Panache.getEntityManager().createNativeQuery(STANDING).executeUpdate());
            }
        }
    }

    private void add(ResultSet row) throws SQLException {
        var standing = row.getString(9);
        emptied = standing == null;
        next = new Base(row.getString(1), row.getString(2) + " " + standing, row.getTimestamp(3).toInstant());
        var part = row.getString(4);
        if (part != null) {
            rows++;
            var now = row.getTimestamp(8);
            if (row.getObject(5) == null) {
                parts.add(part);
            } else if (row.getTimestamp(6) != null) {
                records.add(new Touch(0, row.getLong(5), row.getTimestamp(6).toInstant(), row.getTimestamp(7).toInstant()));
            } else if (now != null) {
                records.add(new Touch(0, row.getLong(5), now.toInstant(), now.toInstant()));
            }
        }
    }

    private static synchronized Base base() {
        return base;
    }

    /** Null when somebody else noted something meanwhile: what both saw must be noted once. */
    private AsOf noted(Base from) {
        synchronized (Touched.class) {
            var lost = from == null || !from.server.equals(next.server) || from.at.plus(LONGEST).isBefore(next.at) || rows >= MANY || parts.contains("ALL");
            if (lost || rows > 0) {
                if (base != from) {
                    return null;
                }
                base = next;
                note(lost);
            } else if (base == from && from.at.plus(OFTEN).isBefore(next.at)) {
                base = next;
            }
            return new AsOf(Arrays.stream(CHANGES).boxed().toList());
        }
    }

    private void note(boolean lost) {
        last++;
        if (lost) {
            Arrays.fill(CHANGES, last);
        }
        parts.stream().distinct().filter(part -> !part.equals("ALL")).forEach(part -> CHANGES[Part.valueOf(part).ordinal()] = last);
        if (lost || parts.contains(Part.OCCURRENCES.name())) {
            LOG.clear();
            complete = last;
        } else if (!records.isEmpty()) {
            CHANGES[Part.OCCURRENCES.ordinal()] = last;
            records.forEach(one -> LOG.add(new Touch(last, one.occurrence, one.earliest, one.latest)));
            while (LOG.size() > KEPT) {
                complete = LOG.poll().change;
            }
        }
    }

    /** The ids of the records of a time, before or after, that were written since a change; null where too many were to know. */
    static synchronized Set<Long> since(long change, TimeRange window) {
        return change < complete ? null : LOG.stream().filter(one -> one.change > change && one.in(window)).map(Touch::occurrence).collect(Collectors.toSet());
    }
}
