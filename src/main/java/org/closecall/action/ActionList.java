package org.closecall.action;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;

/**
 * One page of actions, due soonest first and without a date last; what is settled, latest first. Pages by key: what was
 * added meanwhile moves nothing, and page 1,000 costs what page 1 does.
 */
@TemplateData
public record ActionList(List<ActionItem> actions, String next) {

    public static final int PAGE = 50;
    static final String FROM = " from action_item a left join occurrence o on o.id = a.occurrence_id where ";
    private static final String NO_DATE = "none";

    static ActionList of(ActionFilter filter, Viewer viewer) {
        return of(filter, viewer, PAGE);
    }

    static ActionList of(ActionFilter filter, Viewer viewer, int page) {
        var where = new StringBuilder();
        var bound = filter.conditions(where, viewer);
        where.append(filter.stateCondition());
        beyond(filter, where, bound);
        var ids = ids(where, bound, filter.settled(), page + 1);
        var more = ids.size() > page;
        var actions = load(more ? ids.subList(0, page) : ids);
        return new ActionList(actions, more ? cursor(filter, actions.get(page - 1)) : null);
    }

    @SuppressWarnings("unchecked")
    static List<Long> ids(CharSequence where, Map<String, Object> bound, boolean latestFirst, int most) {
        var order = latestFirst ? "a.state_since desc, a.id desc" : "coalesce(a.due_on, 'infinity'), a.id";
        var query = Panache.getEntityManager().createNativeQuery("select a.id" + FROM + where + " order by " + order, Long.class);
        bound.forEach(query::setParameter);
        return query.setMaxResults(most).getResultList();
    }

    /** In the order of the ids, with owner and occurrence. */
    static List<ActionItem> load(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<ActionItem> found = ActionItem.list("from ActionItem a left join fetch a.occurrence left join fetch a.owner where a.id in ?1", ids);
        return found.stream().sorted(Comparator.comparing(action -> ids.indexOf(action.id))).toList();
    }

    /** An address somebody has mangled shows the first page. */
    private static void beyond(ActionFilter filter, StringBuilder where, Map<String, Object> bound) {
        var parts = filter.after == null ? new String[0] : filter.after.split("_");
        if (parts.length != 2 || Typed.id(parts[1]) == null) {
            return;
        }
        try {
            bound.put("afterKey", filter.settled() ? Instant.parse(parts[0]) : NO_DATE.equals(parts[0]) ? "infinity" : LocalDate.parse(parts[0]).toString());
            bound.put("afterId", Typed.id(parts[1]));
            where.append(filter.settled() ? " and (a.state_since, a.id) < (:afterKey, :afterId)"
                    : " and (coalesce(a.due_on, 'infinity'), a.id) > (cast(:afterKey as date), :afterId)");
        } catch (DateTimeException unreadable) {
            bound.remove("afterKey");
        }
    }

    private static String cursor(ActionFilter filter, ActionItem last) {
        var key = filter.settled() ? last.stateSince.toString() : last.dueOn == null ? NO_DATE : last.dueOn.toString();
        return key + "_" + last.id;
    }
}
