package org.closecall.action;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;

/** How many actions there are of each sort, in one statement. */
@TemplateData
public record ActionCounts(Map<ActionState, Long> byState, long mine, long late) {

    private static final String COUNTS = """
            select a.state, count(*),
              count(*) filter (where a.state in ('OPEN', 'IN_PROGRESS') and a.owner_id = :viewer),
              count(*) filter (where a.state in ('OPEN', 'IN_PROGRESS') and a.due_on < :day)""";

    /** Of all there are: the numbers on the tabs. */
    static ActionCounts ofAll(Viewer viewer) {
        return matching(new ActionFilter(), viewer);
    }

    /** Of those that match the filter, whatever its state says. */
    static ActionCounts matching(ActionFilter filter, Viewer viewer) {
        var where = new StringBuilder();
        return counted(where, filter.conditions(where, viewer), viewer);
    }

    public long unfinished() {
        return of(ActionState.OPEN) + of(ActionState.IN_PROGRESS);
    }

    public long total() {
        return byState.values().stream().mapToLong(Long::longValue).sum();
    }

    public long toVerify() {
        return of(ActionState.DONE);
    }

    public long verified() {
        return of(ActionState.VERIFIED);
    }

    public long dropped() {
        return of(ActionState.DROPPED);
    }

    public long riskAccepted() {
        return of(ActionState.RISK_ACCEPTED);
    }

    public long of(ActionState state) {
        return byState.getOrDefault(state, 0L);
    }

    /** How many of these a list with this choice of state holds. */
    public long listed(String state) {
        var wanted = Typed.choice(ActionState.class, state);
        return wanted != null ? of(wanted) : !Typed.given(state) ? unfinished() : ActionFilter.ANY.equals(state) ? total() : 0;
    }

    @SuppressWarnings("unchecked")
    private static ActionCounts counted(StringBuilder where, Map<String, Object> bound, Viewer viewer) {
        var query = Panache.getEntityManager().createNativeQuery(COUNTS + ActionList.FROM + where + " group by a.state")
                .setParameter("viewer", viewer.person().id).setParameter("day", viewer.today());
        bound.forEach(query::setParameter);
        var byState = new EnumMap<ActionState, Long>(ActionState.class);
        var mine = 0L;
        var late = 0L;
        for (var row : (List<Object[]>) query.getResultList()) {
            byState.put(ActionState.valueOf((String) row[0]), number(row[1]));
            mine += number(row[2]);
            late += number(row[3]);
        }
        return new ActionCounts(byState, mine, late);
    }

    private static long number(Object count) {
        return ((Number) count).longValue();
    }
}
