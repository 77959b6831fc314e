package org.closecall.slo;

import io.quarkus.hibernate.orm.panache.Panache;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An incident of a service, as an objective of that service needs to know it. share and badMinutes are what people said for this objective. */
record Impact(Long objective, Long number, String title, String severity, String impactState, Instant impactAt, Instant detectedAt, String mitigatedState, Instant mitigatedAt,
        String resolvedState, Instant resolvedAt, Instant occurredAt, BigDecimal customersShare, BigDecimal share, BigDecimal badMinutes, String reason) {

    private static final String AT = "AT";
    private static final String NOT_YET = "NOT_YET";
    private static final String UNKNOWN = "UNKNOWN";

    /**
     * Those that began in the time or reach into it; one that began before and whose end nobody knows does not. Each way in has an index, and few
     * come of it: the lateral join keeps the planner from reading all services of all records.
     */
    private static final String IMPACTS = """
            with hit as (
              select o.* from occurrence o where o.deleted_at is null and o.kind = 'INCIDENT' and o.occurred_at >= :from and o.occurred_at < :until
              union all select o.* from occurrence o where o.deleted_at is null and o.kind = 'INCIDENT' and coalesce(o.mitigated_at, o.resolved_at) > :from and o.occurred_at < :from
              union all select o.* from occurrence o where o.deleted_at is null and o.kind = 'INCIDENT' and o.kind <> 'NEAR_MISS' and o.resolved_state = 'NOT_YET' and o.mitigated_state = 'NOT_YET' and o.occurred_at < :from)
            select b.id, o.number, o.title, coalesce(o.severity, ''), o.impact_state, o.impact_at, o.detected_at, o.mitigated_state, o.mitigated_at, o.resolved_state, o.resolved_at,
              o.occurred_at, o.customers_share, h.share, h.bad_minutes, h.reason
            from hit o
            cross join lateral (select s.service_id from occurrence_service s where s.occurrence_id = o.id offset 0) os
            join objective b on b.service_id = os.service_id
            left join incident_share h on h.objective_id = b.id and h.occurrence_id = o.id
            where b.id in (:objectives) and not o.drill and o.impact_state in ('AT', 'UNKNOWN')
            order by o.occurred_at, o.number
            """;

    static Map<Long, List<Impact>> of(Collection<Objective> objectives, Instant from, Instant until) {
        if (objectives.isEmpty()) {
            return Map.of();
        }
        return rows(IMPACTS, objectives, from, until).collect(Collectors.groupingBy(Impact::objective));
    }

    private static Stream<Impact> rows(String sql, Collection<Objective> objectives, Instant from, Instant until) {
        return Panache.getSession().createNativeQuery(sql, Impact.class).setParameter("objectives", objectives.stream().map(one -> one.id).toList())
                .setParameter("from", from).setParameter("until", until).getResultStream();
    }

    /** When it began to hurt, as far as anybody knows: the impact, or its detection; null where neither is known. */
    Instant begin() {
        return AT.equals(impactState) ? impactAt : detectedAt;
    }

    boolean beginAssumed() {
        return !AT.equals(impactState) && detectedAt != null;
    }

    boolean open() {
        return NOT_YET.equals(mitigatedState) && NOT_YET.equals(resolvedState);
    }

    /** Its mitigation, or else its resolution; null when it goes on, or ended nobody knows when. */
    Instant end() {
        return Stream.of(mitigatedAt, resolvedAt).filter(Objects::nonNull).findFirst().orElse(null);
    }

    boolean endAssumed() {
        return mitigatedAt == null && resolvedAt != null;
    }

    /** Why nothing can be computed, or null. */
    String trouble(Instant now) {
        if (begin() == null) {
            return "nobody knows when the impact began";
        } else if (!open() && end() == null) {
            return UNKNOWN.equals(mitigatedState) || UNKNOWN.equals(resolvedState) ? "nobody knows when the impact ended" : "the end of the impact is not recorded";
        } else if (end() != null && end().isBefore(begin())) {
            return "the impact is recorded to end before it began";
        }
        return begin().isAfter(now) ? "the impact is recorded to begin in the future" : null;
    }
}
