package org.closecall.reliability;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.metrics.TimeRange;
import org.closecall.occurrence.Kind;

/**
 * The records of a scope by the moment they occurred, in four statements whatever their number.
 *
 * @param observedFrom when recording began: the first record of any kind and severity; for a single service its
 *     in-service date if that is earlier. Null when there is neither
 */
record Facts(Instant observedFrom, List<IncidentFact> incidents, List<NearMissFact> nearMisses, Triggers triggers) {

    private static final String FIRST = "select min(o.occurredAt) from Occurrence o where ";
    private static final String INCIDENTS = """
            select o.number, o.severity, o.detection, o.occurredAt, o.started, o.impactStarted, o.detected,
              o.acknowledged, o.mitigated, o.resolved
            from Occurrence o where\s""";
    private static final String NEAR_MISSES = "select o.number, o.occurredAt, o.stoppedBy from Occurrence o where ";

    static Facts load(Scope scope, TimeRange window) {
        var first = Panache.getEntityManager().createQuery(FIRST + scope.conditions(), Instant.class);
        scope.parameters().forEach(first::setParameter);
        return new Facts(earlier(first.getSingleResult(), scope),
                list(INCIDENTS, Kind.INCIDENT, IncidentFact.class, scope, window),
                list(NEAR_MISSES, Kind.NEAR_MISS, NearMissFact.class, scope, window), Triggers.load());
    }

    private static Instant earlier(Instant first, Scope scope) {
        LocalDate day = scope.service() == null ? null : scope.service().inServiceOn;
        var inService = day == null ? null : day.atStartOfDay(scope.zone()).toInstant();
        return Stream.of(first, inService).filter(moment -> moment != null).sorted().findFirst().orElse(null);
    }

    private static <F> List<F> list(String select, Kind kind, Class<F> type, Scope scope, TimeRange window) {
        var query = Panache.getEntityManager().createQuery(select + scope.conditions() + scope.severityCondition()
                + " and o.kind = :kind and o.occurredAt >= :from and o.occurredAt < :until order by o.occurredAt, o.number", type);
        scope.parameters().forEach(query::setParameter);
        scope.severityParameters().forEach(query::setParameter);
        return query.setParameter("kind", kind).setParameter("from", window.start()).setParameter("until", window.end()).getResultList();
    }

    /** Those of a part of the time. */
    Facts within(TimeRange window) {
        return new Facts(observedFrom, incidents.stream().filter(one -> window.contains(one.occurredAt())).toList(),
                nearMisses.stream().filter(one -> window.contains(one.occurredAt())).toList(), triggers);
    }

    /** Those that have begun; what is dated in the future is in no figure. */
    Facts begun(Instant now) {
        return new Facts(observedFrom, incidents.stream().filter(one -> one.counted(now)).toList(),
                nearMisses.stream().filter(one -> one.counted(now)).toList(), triggers);
    }

    /** One incident of each trigger: what frequency counts. */
    List<IncidentFact> standing() {
        return triggers.standing(incidents);
    }
}
