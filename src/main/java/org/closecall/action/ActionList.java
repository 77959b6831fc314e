package org.closecall.action;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closecall.web.Viewer;

/**
 * One page of actions, due soonest first and without a date last; what is settled, latest first. Pages by key: what was
 * added meanwhile moves nothing, and page 1,000 costs what page 1 does.
 */
@TemplateData
public record ActionList(List<ActionItem> actions, String next) {

    public static final int PAGE = 50;

    static ActionList of(ActionFilter filter, Viewer viewer) {
        return of(filter, viewer, PAGE);
    }

    static ActionList of(ActionFilter filter, Viewer viewer, int page) {
        var ids = ids(filter, viewer, page + 1, true);
        var more = ids.size() > page;
        var actions = load(more ? ids.subList(0, page) : ids);
        return new ActionList(actions, more ? filter.order().cursor(actions.get(page - 1)) : null);
    }

    /** Asked for by pages only. */
    public RowMarks marks() {
        return RowMarks.of(actions);
    }

    /** The first of all that match, or of what comes after the page before. */
    @SuppressWarnings("unchecked")
    static List<Long> ids(ActionFilter filter, Viewer viewer, int most, boolean paged) {
        var where = new StringBuilder();
        var bound = ActionConditions.of(filter, where, viewer);
        where.append(filter.stateCondition());
        if (paged) {
            filter.order().beyond(filter.after, where, bound);
        }
        var query = Panache.getEntityManager().createNativeQuery("select a.id" + ActionConditions.FROM + " where " + where + filter.order().clause(), Long.class);
        bound.forEach(query::setParameter);
        return query.setMaxResults(most).getResultList();
    }

    /** In the order of the ids, with all that a row shows. */
    static List<ActionItem> load(List<Long> ids) {
        var byId = byId(ids);
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    static Map<Long, ActionItem> byId(List<Long> ids) {
        List<ActionItem> found = ids.isEmpty() ? List.of() : ActionItem.list("from ActionItem a left join fetch a.occurrence left join fetch a.owner left join fetch a.team left join fetch a.service left join fetch a.doneBy where a.id in ?1", ids);
        return found.stream().collect(Collectors.toMap(action -> action.id, Function.identity()));
    }
}
