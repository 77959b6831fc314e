package org.closecall.action;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.closecall.web.Viewer;

/** How many actions there are of each sort, in one statement. */
@TemplateData
public record ActionCounts(Map<ActionState, Long> byState, long mine, long late) {

    private static final String COUNTS = "select a.state, count(*), count(*) filter (where a.owner_id = :viewer), count(*) filter (where a.due_on < :day)";

    /** Of all there are: the numbers on the tabs. */
    static ActionCounts ofAll(Viewer viewer) {
        return counted(new ActionFilter(), viewer);
    }

    /** Of those that match the filter, whatever its state says; as all, where it says nothing else. */
    static ActionCounts matching(ActionFilter filter, ActionCounts all, Viewer viewer) {
        return filter.narrows() ? counted(filter, viewer) : all;
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

    /** How many of these the list of a filter holds. */
    public long listed(ActionFilter filter) {
        return filter.states().stream().mapToLong(this::of).sum();
    }

    /** How many of what matches are changed at once. */
    public long atOnce(ActionFilter filter) {
        return Math.min(listed(filter), ActionBatch.MOST);
    }

    @SuppressWarnings("unchecked")
    private static ActionCounts counted(ActionFilter filter, Viewer viewer) {
        var where = new StringBuilder();
        var bound = ActionConditions.of(filter, where, viewer);
        var query = Panache.getEntityManager().createNativeQuery(COUNTS + ActionConditions.FROM + " where " + where + " group by a.state")
                .setParameter("viewer", viewer.person().id).setParameter("day", viewer.today());
        bound.forEach(query::setParameter);
        var byState = new EnumMap<ActionState, Long>(ActionState.class);
        var mine = 0L;
        var late = 0L;
        for (var row : (List<Object[]>) query.getResultList()) {
            var state = ActionState.valueOf((String) row[0]);
            byState.put(state, number(row[1]));
            mine += state.unfinished() ? number(row[2]) : 0;
            late += state.unfinished() ? number(row[3]) : 0;
        }
        return new ActionCounts(byState, mine, late);
    }

    private static long number(Object count) {
        return ((Number) count).longValue();
    }
}
