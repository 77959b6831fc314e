package org.closecall.action;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.web.Option;
import org.closecall.web.Viewer;

/**
 * Actions in columns, in as many statements whatever their number. others: the columns there is no room for, with their
 * lists; refused: why what was dropped is back where it was, or null.
 */
@TemplateData
public record Board(ActionFilter filter, ActionCounts all, ActionGroup group, List<Column> columns, List<Option> others, RowMarks marks, String refused) {

    private static final int MOST_COLUMNS = 12;
    /** What was given up or is lived with moves nowhere: it has lists of its own. */
    private static final List<ActionState> STATES = List.of(ActionState.OPEN, ActionState.IN_PROGRESS, ActionState.DONE, ActionState.VERIFIED);

    static Board of(ActionFilter filter, String refused, Viewer viewer) {
        var all = ActionCounts.ofAll(viewer);
        var group = filter.group();
        var totals = group.state() ? byState(ActionCounts.matching(filter, STATES, all, viewer)) : totals(filter, group, viewer);
        // what nobody looks after is never among the others
        var shown = Stream.concat(Stream.of(group.none).filter(totals::containsKey), totals.keySet().stream()).distinct().limit(MOST_COLUMNS).toList();
        var heads = heads(group, totals);
        var columns = heads.stream().filter(head -> group.fixed() != null || shown.contains(head.value())).toList();
        var others = heads.stream().filter(head -> !columns.contains(head)).map(head -> Option.of(filter.ofColumn(group.word(), head.value()), head.label())).toList();
        var filled = filled(filter, group, columns, totals, viewer);
        return new Board(filter, all, group, filled, others, RowMarks.of(filled.stream().flatMap(column -> column.actions().stream()).toList()), refused);
    }

    public List<ActionGroup> groups() {
        return List.of(ActionGroup.values());
    }

    /** Whether there is another column to move to. */
    public boolean movable() {
        return columns.size() > 1;
    }

    private static Map<String, Long> byState(ActionCounts counts) {
        return STATES.stream().collect(Collectors.toMap(ActionState::name, counts::of, (one, other) -> one, LinkedHashMap::new));
    }

    private static List<Option> heads(ActionGroup group, Map<String, Long> totals) {
        if (group.state()) {
            return STATES.stream().map(state -> Option.of(state, state.label)).toList();
        }
        var named = group.fixed() != null ? group.fixed() : group.named(List.copyOf(totals.keySet()));
        return group == ActionGroup.AIM ? named : Stream.concat(Stream.of(group.without()).filter(none -> group.fixed() != null || totals.containsKey(none.value())), named.stream()).toList();
    }

    /** How many unfinished actions each column holds, those with most of them first. */
    @SuppressWarnings("unchecked")
    private static Map<String, Long> totals(ActionFilter filter, ActionGroup group, Viewer viewer) {
        var where = new StringBuilder();
        var bound = ActionConditions.of(filter, where, viewer);
        var query = Panache.getEntityManager().createNativeQuery("select " + group.key + ", count(*)" + ActionConditions.FROM + group.join + " where " + where
                + ActionFilter.condition(ActionState.UNFINISHED) + " group by 1 order by 2 desc, 1");
        bound.forEach(query::setParameter);
        var totals = new LinkedHashMap<String, Long>();
        ((List<Object[]>) query.getResultList()).forEach(row -> totals.put(row[0] == null ? group.none : row[0].toString(), ((Number) row[1]).longValue()));
        return totals;
    }

    private static List<Column> filled(ActionFilter filter, ActionGroup group, List<Option> heads, Map<String, Long> totals, Viewer viewer) {
        var ids = firsts(filter, group, heads, viewer);
        var actions = ActionList.byId(ids.values().stream().flatMap(List::stream).distinct().toList());
        return heads.stream().map(head -> new Column(head.value(), head.label(), ids.get(head.value()).stream().map(actions::get).toList(),
                totals.getOrDefault(head.value(), 0L), group.state() && filter.narrows(), filter.ofColumn(group.word(), head.value()))).toList();
    }

    /** Of all columns at once: each part walks an index and stops. */
    @SuppressWarnings("unchecked")
    private static Map<String, List<Long>> firsts(ActionFilter filter, ActionGroup group, List<Option> heads, Viewer viewer) {
        var where = new StringBuilder();
        var bound = ActionConditions.of(filter, where, viewer);
        var parts = heads.stream().map(head -> "(select " + heads.indexOf(head) + ", a.id" + ActionConditions.FROM + " where " + where + part(group, head.value()) + " limit " + Column.most(heads.size()) + ")").toList();
        var firsts = new LinkedHashMap<String, List<Long>>();
        heads.forEach(head -> firsts.put(head.value(), new ArrayList<>()));
        if (!parts.isEmpty()) {
            var query = Panache.getEntityManager().createNativeQuery(String.join(" union all ", parts));
            bound.forEach(query::setParameter);
            ((List<Object[]>) query.getResultList()).forEach(row -> firsts.get(heads.get(((Number) row[0]).intValue()).value()).add(((Number) row[1]).longValue()));
        }
        return firsts;
    }

    private static String part(ActionGroup group, String key) {
        var settled = group.state() && Arrays.stream(ActionState.values()).anyMatch(state -> state.name().equals(key) && !state.unfinished());
        return " and " + group.holds(key) + (group.state() ? "" : ActionFilter.condition(ActionState.UNFINISHED)) + (settled ? ActionOrder.LATEST : ActionOrder.DUE).clause();
    }
}
