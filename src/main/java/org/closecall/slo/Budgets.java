package org.closecall.slo;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.catalog.Service;
import org.closecall.catalog.Team;

/** The budgets of many objectives in a handful of statements, however many there are. */
public final class Budgets {

    /** The first record of each service, if it came after the time asked for: where an earlier one is, nobody needs to look for the first. */
    private static final String BEGUN = """
            select s.id, case when exists (select 1 from occurrence_service os join occurrence o on o.id = os.occurrence_id where os.service_id = s.id and o.deleted_at is null and o.occurred_at <= :from)
                then cast(:from as timestamptz)
                else (select min(o.occurred_at) from occurrence_service os join occurrence o on o.id = os.occurrence_id where os.service_id = s.id and o.deleted_at is null) end
            from service s where s.id in (:services)
            """;

    private record Begun(Long service, Instant at) {
    }

    private Budgets() {
    }

    /**
     * The budgets of a service, or of a team's services, null being all, as they stood just before a moment: at the end of a
     * month those of that month, the rolling ones up to it. By service and name.
     */
    public static List<Budget> of(Service service, Team team, Instant at, ZoneId zone) {
        return of(Objective.inUse(service, team), at, zone);
    }

    static List<Budget> of(List<Objective> objectives, Instant at, ZoneId zone) {
        if (objectives.isEmpty()) {
            return List.of();
        }
        var from = objectives.stream().map(one -> BudgetWindow.of(one, at, zone).whole().start()).min(Instant::compareTo).orElseThrow();
        var timed = objectives.stream().filter(one -> one.kind.time()).toList();
        var impacts = Impact.of(timed, from, at);
        var begun = begun(timed, from);
        var traffic = Traffic.of(objectives.stream().filter(one -> !one.kind.time()).toList(), at, zone);
        var entries = BudgetEntry.of(objectives, from, at).stream().collect(Collectors.groupingBy(entry -> entry.objective.id));
        return objectives.stream().map(one -> {
            var window = BudgetWindow.of(one, at, zone);
            var own = entries.getOrDefault(one.id, List.of()).stream().filter(entry -> window.passed().contains(entry.at)).toList();
            return one.kind.time() ? Budget.ofTime(one, window, since(one, begun.get(one.service.id), zone), impacts.getOrDefault(one.id, List.of()), own)
                    : Budget.ofRequests(one, window, traffic.getOrDefault(one.id, Traffic.NONE), own);
        }).toList();
    }

    /** The service's first day or first record, whichever is earlier; of a service without either, the objective's own first moment. */
    private static Instant since(Objective objective, Instant first, ZoneId zone) {
        LocalDate day = objective.service.inServiceOn;
        return Stream.of(first, day == null ? null : day.atStartOfDay(zone).toInstant()).filter(at -> at != null).min(Instant::compareTo).orElse(objective.createdAt);
    }

    private static Map<Long, Instant> begun(Collection<Objective> objectives, Instant from) {
        return objectives.isEmpty() ? Map.of() : Panache.getSession().createNativeQuery(BEGUN, Begun.class).setParameter("services", objectives.stream().map(one -> one.service.id).distinct().toList())
                .setParameter("from", from).getResultStream().filter(row -> row.at != null).collect(Collectors.toMap(Begun::service, Begun::at));
    }
}
