package org.closecall.monthly;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Severity;
import org.closecall.reliability.Scope;
import org.closecall.web.Formats;

/** Incidents of the two worst levels, near misses that could have been one, the longest incidents, and what people add or take off. */
final class Notables {

    static final String RULE = "Incidents of SEV1 and SEV2, near misses that could have been one, and the three longest incidents. People may add and take off, with a reason.";
    private static final int LONGEST = 3;
    /** From impact or detection until mitigated or resolved; what goes on counts until now. */
    private static final String SQL = """
            with ids as (
              select o.id from occurrence o where o.deleted_at is null and not o.drill and o.occurred_at >= :from and o.occurred_at < :until and o.kind <> 'HAZARD'
                and (cast(:team as bigint) is null or exists (select 1 from occurrence_service x join service s on s.id = x.service_id where x.occurrence_id = o.id and s.team_id = cast(:team as bigint)))
              union select n.occurrence_id from monthly_review_notable n where n.review_id = cast(:review as bigint)),
            there as (
              select o.id, o.number, o.title, o.kind, case when o.kind = 'INCIDENT' then o.severity else o.potential_severity end as level, o.occurred_at,
                case when o.kind = 'INCIDENT' then extract(epoch from coalesce(o.mitigated_at, o.resolved_at, case when o.resolved_state = 'NOT_YET' then cast(:now as timestamptz) end) - coalesce(o.impact_at, o.detected_at)) end as seconds,
                o.kind = 'INCIDENT' and o.mitigated_at is null and o.resolved_state = 'NOT_YET' as goes_on
              from occurrence o where o.id in (select id from ids) and o.deleted_at is null),
            longest as (select id from there where seconds > 0 order by seconds desc, id limit :longest)
            select t.number, t.title, t.kind, t.level, t.occurred_at, cast(t.seconds as double precision), t.goes_on, t.id in (select id from longest), n.shown, n.reason, p.name, count(*) over ()
            from there t left join monthly_review_notable n on n.occurrence_id = t.id and n.review_id = cast(:review as bigint) left join person p on p.id = n.by_id
            where\s""";
    private static final String SHOWN = "coalesce(n.shown, t.level in ('SEV1', 'SEV2') or t.id in (select id from longest))";
    private static final String ORDER = " order by t.level nulls last, t.occurred_at, t.number limit " + Listing.MOST;

    private record Row(long number, String title, Kind kind, Severity severity, Instant at, Double seconds, boolean goesOn, boolean longest, Boolean shown, String reason, String by, long all) {

        static Row of(Object[] row) {
            return new Row(((Number) row[0]).longValue(), (String) row[1], Kind.valueOf((String) row[2]), row[3] == null ? null : Severity.valueOf((String) row[3]), (Instant) row[4],
                    row[5] == null ? null : ((Number) row[5]).doubleValue(), (Boolean) row[6], (Boolean) row[7], (Boolean) row[8], (String) row[9], (String) row[10], ((Number) row[11]).longValue());
        }
    }

    private Notables() {
    }

    static Listing of(ReviewPeriod time, Scope scope, MonthlyReview review) {
        var rows = rows(time, scope, review, SHOWN);
        var lines = rows.stream().map(row -> line(row, scope)).toList();
        return Listing.of(Part.NOTABLE, "on-the-list", "On the list", RULE, "Nothing of the kind happened: " + RULE.substring(0, 1).toLowerCase() + RULE.substring(1), lines, rows.isEmpty() ? 0 : rows.get(0).all, null);
    }

    /** Null when people took nothing off. */
    static Listing left(Scope scope, MonthlyReview review) {
        var rows = review == null ? List.<Row>of() : rows(review.time(), scope, review, "n.shown = false");
        return rows.isEmpty() ? null : Listing.of(Part.NOTABLE, "taken-off", "Taken off by people", "The rule would name these.", "", rows.stream().map(row -> line(row, scope)).toList(), rows.get(0).all, null);
    }

    private static List<Row> rows(ReviewPeriod time, Scope scope, MonthlyReview review, String condition) {
        var range = time.range(scope.zone());
        List<Object[]> found = Panache.getEntityManager().createNativeQuery(SQL + condition + ORDER, Object[].class).setParameter("from", range.start()).setParameter("until", range.end()).setParameter("now", scope.now())
                .setParameter("team", scope.team() == null ? null : scope.team().id.toString()).setParameter("review", review == null ? null : review.id.toString()).setParameter("longest", LONGEST).getResultList();
        return found.stream().map(Row::of).toList();
    }

    private static Listing.Line line(Row row, Scope scope) {
        var notes = new ArrayList<String>();
        notes.add(Formats.day(row.at, scope.zone()));
        if (row.longest) {
            notes.add("among the longest: " + Formats.human(Duration.ofSeconds(row.seconds.longValue())) + (row.goesOn ? " so far" : ""));
        }
        if (row.shown != null) {
            notes.add((row.shown ? "added by " : "taken off by ") + row.by + ": " + row.reason);
        }
        return new Listing.Line("#" + row.number + " " + row.title, "/occurrences/" + row.number, row.kind, row.severity, null, null, null, notes);
    }
}
