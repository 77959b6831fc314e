package org.closecall.action;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.util.Map;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;

/** How many actions there are of each sort, in one statement. */
@TemplateData
public record ActionCounts(long open, long inProgress, long done, long mine, long late) {

    private static final String COUNTS = """
            select count(*) filter (where a.done_at is null and a.started_at is null),
              count(*) filter (where a.done_at is null and a.started_at is not null),
              count(*) filter (where a.done_at is not null),
              count(*) filter (where a.done_at is null and a.owner_id = :viewer),
              count(*) filter (where a.done_at is null and a.due_on < :day)""";

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
        return open + inProgress;
    }

    public long total() {
        return unfinished() + done;
    }

    public long of(ActionState state) {
        return switch (state) {
            case OPEN -> open;
            case IN_PROGRESS -> inProgress;
            case DONE -> done;
        };
    }

    /** How many of these a list with this choice of state holds. */
    public long listed(String state) {
        var wanted = Typed.choice(ActionState.class, state);
        return wanted != null ? of(wanted) : !Typed.given(state) ? unfinished() : ActionFilter.ANY.equals(state) ? total() : 0;
    }

    private static ActionCounts counted(StringBuilder where, Map<String, Object> bound, Viewer viewer) {
        var query = Panache.getEntityManager().createNativeQuery(COUNTS + ActionList.FROM + where)
                .setParameter("viewer", viewer.person().id).setParameter("day", viewer.today());
        bound.forEach(query::setParameter);
        var row = (Object[]) query.getSingleResult();
        return new ActionCounts(number(row[0]), number(row[1]), number(row[2]), number(row[3]), number(row[4]));
    }

    private static long number(Object count) {
        return ((Number) count).longValue();
    }
}
