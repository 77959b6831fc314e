package org.closecall.action;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.closecall.catalog.Layer;
import org.closecall.occurrence.Kind;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;

/** What a filter asks of an action, but for its state, in SQL on action_item a. What cannot be read matches nothing rather than everything. */
final class ActionConditions {

    static final String FROM = " from action_item a";
    /** What belongs to a removed occurrence is in no list. Those are few: they are looked up once, not for each row. */
    private static final String LISTED = "a.deleted_at is null and (a.occurrence_id is null or a.occurrence_id not in (select r.id from occurrence r where r.deleted_at is not null))";
    private static final String OF_SERVICE = "(a.service_id = :service or a.service_id is null and exists (select 1 from occurrence_service os where os.occurrence_id = a.occurrence_id and os.service_id = :service))";
    private static final String OF_NO_SERVICE = "a.service_id is null and not exists (select 1 from occurrence_service os where os.occurrence_id = a.occurrence_id)";

    private final StringBuilder where;
    private final Map<String, Object> bound = new HashMap<>();

    private ActionConditions(StringBuilder where) {
        this.where = where;
    }

    /** Returns the parameters of what it has appended. */
    static Map<String, Object> of(ActionFilter filter, StringBuilder where, Viewer viewer) {
        var conditions = new ActionConditions(where.append(LISTED));
        if (Typed.given(filter.show)) {
            Show.condition(filter.show, where, conditions.bound, viewer);
        }
        conditions.words(filter.text);
        conditions.id("owner", filter.owner, "a.owner_id = :owner", ActionFilter.NOBODY, "a.owner_id is null");
        conditions.id("team", filter.team, "a.team_id = :team", ActionFilter.NONE, "a.team_id is null");
        conditions.id("service", filter.service, OF_SERVICE, ActionFilter.NONE, OF_NO_SERVICE);
        conditions.strategy(filter.strategy);
        conditions.choice(Aim.class, filter.aim, "a.aim = ");
        conditions.choice(Priority.class, filter.priority, "a.priority = ");
        conditions.defence(filter.defence);
        conditions.kind(filter.kind);
        conditions.day("from", filter.from, "a.due_on >= :from");
        conditions.day("to", filter.to, "a.due_on <= :to");
        conditions.begin("since", filter.since, 0, "a.created_at >= :since", viewer.organisation().zone());
        conditions.begin("until", filter.until, 1, "a.created_at < :until", viewer.organisation().zone());
        conditions.begin("doneSince", filter.doneSince, 0, "a.done_at >= :doneSince", viewer.organisation().zone());
        conditions.begin("doneUntil", filter.doneUntil, 1, "a.done_at < :doneUntil", viewer.organisation().zone());
        return conditions.bound;
    }

    private void words(String text) {
        if (!Typed.given(text)) {
            return;
        }
        var number = Typed.id(text.strip().replaceFirst("^#", ""));
        and("(a.search @@ websearch_to_tsquery('english', :text)" + (number == null ? ")" : " or a.occurrence_id = (select n.id from occurrence n where n.number = :number))"));
        bound.put("text", text);
        if (number != null) {
            bound.put("number", number);
        }
    }

    private void strategy(String strategy) {
        if (Typed.choice(StrategyCategory.class, strategy) != null) {
            choice(StrategyCategory.class, strategy, "(select s.category from action_strategy s where s.id = a.strategy_id) = ");
        } else {
            id("strategy", strategy, "a.strategy_id = :strategy", ActionFilter.NONE, "a.strategy_id is null");
        }
    }

    private void defence(String defence) {
        if (Typed.choice(Layer.class, defence) != null) {
            choice(Layer.class, defence, "a.layer = ");
        } else {
            id("defence", defence, "a.control_id = :defence", ActionFilter.NONE, "a.layer is null");
        }
    }

    private void kind(String kind) {
        if (ActionFilter.NONE.equals(kind)) {
            and("a.occurrence_id is null");
        } else {
            choice(Kind.class, kind, "(select k.kind from occurrence k where k.id = a.occurrence_id) = ");
        }
    }

    private void id(String name, String value, String condition, String none, String without) {
        if (none.equals(value)) {
            and(without);
        } else if (Typed.given(value)) {
            and(condition);
            bound.put(name, Typed.id(value) == null ? -1L : Typed.id(value));
        }
    }

    private <E extends Enum<E>> void choice(Class<E> type, String value, String condition) {
        if (Typed.given(value)) {
            var wanted = Typed.choice(type, value);
            and(wanted == null ? "false" : condition + "'" + wanted.name() + "'");
        }
    }

    private void day(String name, String value, String condition) {
        if (readable(value)) {
            and(condition);
            bound.put(name, Typed.date(value));
        }
    }

    private void begin(String name, String value, int plus, String condition, ZoneId zone) {
        if (readable(value)) {
            and(condition);
            bound.put(name, Typed.date(value).plusDays(plus).atStartOfDay(zone).toInstant());
        }
    }

    private boolean readable(String day) {
        if (Typed.given(day) && Typed.date(day) == null) {
            and("false");
        }
        return Typed.date(day) != null;
    }

    private void and(String condition) {
        where.append(" and ").append(condition);
    }
}
