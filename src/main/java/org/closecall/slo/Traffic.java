package org.closecall.slo;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closecall.metrics.TimeRange;

/**
 * Requests of an objective in its window, from samples.
 *
 * @param first when the first interval in the window began; null without samples there
 */
record Traffic(Long objective, long good, long total, Instant first) {

    static final Traffic NONE = new Traffic(null, 0, 0, null);

    /** Whole hours from their sums, the rest of the first hour from the samples: a month of minutes is 720 rows, not 43,200. */
    private static final String OF_ALL = """
            with w as (select b.id, case b.window_kind when 'ROLLING' then cast(:until as timestamptz) - b.window_days * interval '24 hours'
                when 'MONTH' then cast(:month as timestamptz) else cast(:quarter as timestamptz) end as since
              from objective b where b.id in (:objectives))
            select w.id, cast(coalesce(h.good, 0) + coalesce(e.good, 0) as bigint), cast(coalesce(h.total, 0) + coalesce(e.total, 0) as bigint),
              (select f.start from sli_sample f where f.objective_id = w.id and f.start >= w.since and f.start < :until order by f.start limit 1)
            from w
            left join lateral (select sum(s.good) as good, sum(s.total) as total from sli_hour s
              where s.objective_id = w.id and s.hour >= w.since and s.hour < :last) h on true
            left join lateral (select sum(s.good) as good, sum(s.total) as total from sli_sample s
              where s.objective_id = w.id and (s.start >= w.since and s.start < date_trunc('hour', w.since + interval '1 hour' - interval '1 microsecond', 'UTC') and s.start < :until
                or s.start >= greatest(w.since, :last) and s.start < :until)) e on true
            """;
    private static final String BY_HOUR = """
            select x.hour, cast(sum(x.good) as bigint), cast(sum(x.total) as bigint) from (
              select s.hour, s.good, s.total from sli_hour s where s.objective_id = :objective and s.hour >= :since and s.hour < :last
              union all
              select date_trunc('hour', s.start, 'UTC'), s.good, s.total from sli_sample s where s.objective_id = :objective
                and (s.start >= :since and s.start < :first and s.start < :until or s.start >= greatest(cast(:since as timestamptz), :last) and s.start < :until)) x
            group by x.hour order by x.hour
            """;
    private static final String DURING = """
            select o.number, o.title, coalesce(o.severity, ''), cast(sum(s.total - s.good) as bigint), cast(sum(s.total) as bigint)
            from occurrence o join sli_sample s on s.objective_id = :objective
              and s.start < least(cast(:until as timestamptz), coalesce(o.mitigated_at, o.resolved_at, :until))
              and s.start >= greatest(cast(:since as timestamptz), coalesce(o.impact_at, o.detected_at) - interval '1 day')
              and s.start + s.seconds * interval '1 second' > coalesce(o.impact_at, o.detected_at)
            where o.number in (:numbers) group by o.number, o.title, o.severity order by 4 desc, o.number
            """;

    /** Requests of one hour. */
    record Hour(Instant hour, Long good, Long total) {
    }

    /** Requests of the intervals that touch an incident's impact. */
    record During(Long number, String title, String severity, Long bad, Long total) {
    }

    static Map<Long, Traffic> of(Collection<Objective> objectives, Instant until, ZoneId zone) {
        if (objectives.isEmpty()) {
            return Map.of();
        }
        return Panache.getSession().createNativeQuery(OF_ALL, Traffic.class).setParameter("objectives", objectives.stream().map(one -> one.id).toList())
                .setParameter("until", until).setParameter("last", until.truncatedTo(ChronoUnit.HOURS))
                .setParameter("month", BudgetWindow.begin(WindowKind.MONTH, until, zone)).setParameter("quarter", BudgetWindow.begin(WindowKind.QUARTER, until, zone))
                .getResultStream().collect(Collectors.toMap(Traffic::objective, Function.identity()));
    }

    static List<Hour> byHour(Objective objective, TimeRange passed) {
        var first = passed.start().minusNanos(1000).truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        return Panache.getSession().createNativeQuery(BY_HOUR, Hour.class).setParameter("objective", objective.id).setParameter("since", passed.start()).setParameter("first", first)
                .setParameter("until", passed.end()).setParameter("last", passed.end().truncatedTo(ChronoUnit.HOURS)).getResultList();
    }

    static List<During> during(Objective objective, Collection<Long> numbers, TimeRange passed) {
        return numbers.isEmpty() ? List.of() : Panache.getSession().createNativeQuery(DURING, During.class).setParameter("objective", objective.id).setParameter("numbers", numbers)
                .setParameter("since", passed.start()).setParameter("until", passed.end()).getResultList();
    }
}
