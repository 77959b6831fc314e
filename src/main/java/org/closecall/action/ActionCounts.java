package org.closecall.action;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.closecall.web.Formats;
import org.closecall.web.Viewer;

/** How many actions there are of each sort, in one statement. cut: of how many states there are more than were counted. */
@TemplateData
public record ActionCounts(Map<ActionState, Long> byState, long mine, long late, long cut) {

    /** Of what matches a filter, no more are counted in each state: whoever filters wants to see them, not their number. */
    static final long MOST = 1_000;

    private static final String COUNTS = "select a.state, count(*), count(*) filter (where a.owner_id = :viewer), count(*) filter (where a.due_on < :day)";

    /** What a list says it holds; where it is a tab, as the tab does. */
    static ActionCounts ofList(ActionFilter filter, ActionCounts all, Viewer viewer) {
        var tab = filter.only("show", "late") ? all.late : filter.only("show", "mine") ? all.mine : -1;
        return tab < 0 ? matching(filter, filter.states(), all, viewer) : new ActionCounts(Map.of(ActionState.OPEN, tab), 0, 0, 0);
    }

    /** Of those that match the filter in any of the states, up to the most that are counted; as all, where it asks for nothing but states. */
    static ActionCounts matching(ActionFilter filter, Collection<ActionState> states, ActionCounts all, Viewer viewer) {
        return filter.narrows() ? upToMost(filter, states, viewer) : all;
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

    /** The same as a page says it. */
    public String listedLabel(ActionFilter filter) {
        return (cut == 0 ? "" : "more than ") + Formats.grouped(listed(filter) - cut);
    }

    /** How many of what matches are changed at once. */
    public long atOnce(ActionFilter filter) {
        return Math.min(listed(filter), ActionBatch.MOST);
    }

    /** Of all there are: the numbers on the tabs. */
    @SuppressWarnings("unchecked")
    static ActionCounts ofAll(Viewer viewer) {
        var where = new StringBuilder();
        ActionConditions.of(new ActionFilter(), where, viewer);
        var query = Panache.getEntityManager().createNativeQuery(COUNTS + ActionConditions.FROM + " where " + where + " group by a.state")
                .setParameter("viewer", viewer.person().id).setParameter("day", viewer.today());
        var byState = new EnumMap<ActionState, Long>(ActionState.class);
        var mine = 0L;
        var late = 0L;
        for (var row : (List<Object[]>) query.getResultList()) {
            var state = ActionState.valueOf((String) row[0]);
            byState.put(state, number(row[1]));
            mine += state.unfinished() ? number(row[2]) : 0;
            late += state.unfinished() ? number(row[3]) : 0;
        }
        return new ActionCounts(byState, mine, late, 0);
    }

    @SuppressWarnings("unchecked")
    private static ActionCounts upToMost(ActionFilter filter, Collection<ActionState> states, Viewer viewer) {
        var byState = new EnumMap<ActionState, Long>(ActionState.class);
        if (!states.isEmpty()) {
            var where = new StringBuilder();
            var bound = ActionConditions.of(filter, where, viewer);
            var query = Panache.getEntityManager().createNativeQuery(states.stream().sorted().map(state -> "(select '" + state + "', count(*) from (select 1" + ActionConditions.FROM
                    + " where " + where + " and a.state = '" + state + "' limit " + (MOST + 1) + ") x)").collect(Collectors.joining(" union all ")));
            bound.forEach(query::setParameter);
            ((List<Object[]>) query.getResultList()).forEach(row -> byState.put(ActionState.valueOf((String) row[0]), number(row[1])));
        }
        return new ActionCounts(byState, 0, 0, byState.values().stream().filter(count -> count > MOST).count());
    }

    private static long number(Object count) {
        return ((Number) count).longValue();
    }
}
