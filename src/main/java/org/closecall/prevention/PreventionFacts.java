package org.closecall.prevention;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.metrics.ChaosCoverage;
import org.closecall.metrics.ExperimentVerdict;
import org.closecall.metrics.Remediations;

/** What figures are made of, under the very conditions of the lists they lead to; one statement each, however many there are. */
public final class PreventionFacts {

    private static final String RUNS = "select r.type, date_part('epoch', r.at), r.outcome, r.dry_run, date_part('epoch', " + PreventionOutcome.BACK + ") - date_part('epoch', coalesce(r.ended_at, r.at))";
    private static final String DEPLOYMENTS = "select r.service_id, date_part('epoch', r.at), r.outcome = 'FAILED', r.unplanned, date_part('epoch', r.restored_at)";
    /** What is the same for all deployments of a service. */
    private static final String SERVICES = "select s.id, s.name, date_part('epoch', (select min(f.at) from deployment f where f.service_id = s.id and f.deleted_at is null)) from service s";
    private static final String EXPERIMENTS = "select r.critical_path_id, r.mode, date_part('epoch', r.at), r.injected, r.checks, r.checks_failed, r.tolerance, r.recovered";
    private static final String PATHS = """
            select p.id, p.name from critical_path p where p.archived_at is null
              and (:path = 0 or p.id = :path)
              and (:service = 0 or exists (select 1 from critical_path_service ps where ps.critical_path_id = p.id and ps.service_id = :service))
              and (:team = 0 or p.team_id = :team or exists (select 1 from critical_path_service ps join service s on s.id = ps.service_id where ps.critical_path_id = p.id and s.team_id = :team))
            order by lower(p.name)""";

    private PreventionFacts() {
    }

    /** A run as statistics take it, its own key: the store keeps what was reported twice once. */
    public record Run(String type, Instant at, Remediations.Run counted) {
    }

    /** first: when the first deployment of its service is known. */
    public record Deployed(long service, String name, Instant at, boolean failed, boolean unplanned, Instant restoredAt, Instant first) {
    }

    public record Path(long id, String name) {
    }

    public static List<Run> runs(PreventionFilter filter, ZoneId zone) {
        return rows(PreventionKind.REMEDIATION, RUNS, filter, zone).map(row -> new Run((String) row[0], at(row[1]), new Remediations.Run(null, outcome(row), minutes(row[4])))).toList();
    }

    public static List<Deployed> deployments(PreventionFilter filter, ZoneId zone) {
        // before the services: one that is new since then has none of these, and what is gone is left out
        var rows = rows(PreventionKind.DEPLOYMENT, DEPLOYMENTS, filter, zone).toList();
        @SuppressWarnings("unchecked")
        List<Object[]> services = Panache.getEntityManager().createNativeQuery(SERVICES, Object[].class).getResultList();
        var known = services.stream().filter(row -> row[2] != null).collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), row -> row));
        return rows.stream().filter(row -> known.containsKey(((Number) row[0]).longValue())).map(row -> {
            var service = known.get(((Number) row[0]).longValue());
            return new Deployed(((Number) row[0]).longValue(), (String) service[1], at(row[1]), (Boolean) row[2], (Boolean) row[3], at(row[4]), at(service[2]));
        }).toList();
    }

    /** By the id of their path. */
    public static List<ChaosCoverage.Experiment<Long>> experiments(PreventionFilter filter, ZoneId zone) {
        return rows(PreventionKind.EXPERIMENT, EXPERIMENTS, filter, zone).map(row -> new ChaosCoverage.Experiment<>(((Number) row[0]).longValue(), (String) row[1], at(row[2]),
                ExperimentVerdict.of((Boolean) row[3], (Integer) row[4], (Integer) row[5], (Integer) row[6]), (Boolean) row[7])).toList();
    }

    /** Critical paths in use that the filter's service, team and path are about, by name. */
    public static List<Path> paths(Long service, Long team, Long path) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = Panache.getEntityManager().createNativeQuery(PATHS, Object[].class).setParameter("service", service == null ? 0 : service).setParameter("team", team == null ? 0 : team).setParameter("path", path == null ? 0 : path).getResultList();
        return rows.stream().map(row -> new Path(((Number) row[0]).longValue(), (String) row[1])).toList();
    }

    private static Stream<Object[]> rows(PreventionKind kind, String select, PreventionFilter filter, ZoneId zone) {
        var conditions = new PreventionConditions(kind, filter, zone);
        var query = Panache.getEntityManager().createNativeQuery(select + conditions + " order by r.at, r.id", Object[].class);
        conditions.bound.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return rows.stream();
    }

    private static Remediations.Outcome outcome(Object[] row) {
        return (Boolean) row[3] ? Remediations.Outcome.DRY_RUN : Remediations.Outcome.valueOf((String) row[2]);
    }

    private static Double minutes(Object seconds) {
        return seconds == null ? null : ((Number) seconds).doubleValue() / 60;
    }

    /** To the second, as they are kept. */
    private static Instant at(Object epoch) {
        return epoch == null ? null : Instant.ofEpochSecond(Math.round(((Number) epoch).doubleValue()));
    }
}
