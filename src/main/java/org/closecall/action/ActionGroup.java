package org.closecall.action;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.closecall.catalog.Service;
import org.closecall.catalog.Team;
import org.closecall.people.Person;
import org.closecall.web.Option;
import org.closecall.web.Typed;

/** What the columns of a board stand for. Their keys are ids or names of ours, so that they may stand in SQL as they are. */
@TemplateData
public enum ActionGroup {
    STATE("State", "a.state", "", ActionFilter.ANY, ""),
    OWNER("Owner", "a.owner_id", "", ActionFilter.NOBODY, "Nobody yet"),
    TEAM("Team", "a.team_id", "", ActionFilter.NONE, "No team"),
    /** Its own, or else each of its occurrence's. */
    SERVICE("Service", "coalesce(a.service_id, os.service_id)", " left join occurrence_service os on a.service_id is null and os.occurrence_id = a.occurrence_id", ActionFilter.NONE, "No service"),
    AIM("Aim", "a.aim", "", ActionFilter.NONE, ""),
    /** By category: there are too many strategies to stand side by side. */
    STRATEGY("Strategy", "s.category", " left join action_strategy s on s.id = a.strategy_id", ActionFilter.NONE, "No strategy");

    public final String label;
    /** SQL on action_item a and the join. */
    final String key;
    final String join;
    /** The key of those that have none, and what their column is called. */
    final String none;
    private final String without;

    ActionGroup(String label, String key, String join, String none, String without) {
        this.label = label;
        this.key = key;
        this.join = join;
        this.none = none;
        this.without = without;
    }

    static ActionGroup named(String word) {
        return Arrays.stream(values()).filter(group -> group.word().equals(word)).findFirst().orElse(STATE);
    }

    /** As an address names it; the same as the filter's parameter. */
    public String word() {
        return name().toLowerCase();
    }

    public String inText() {
        return label.toLowerCase();
    }

    public boolean state() {
        return this == STATE;
    }

    /** Never a number beside a person's name. */
    public boolean counted() {
        return this != OWNER;
    }

    /** The columns there are even where nothing is in them; null where they are what actions have. */
    List<Option> fixed() {
        return switch (this) {
            case AIM -> Arrays.stream(Aim.values()).map(aim -> Option.of(aim, aim.label)).toList();
            case STRATEGY -> Arrays.stream(StrategyCategory.values()).map(category -> Option.of(category, category.label)).toList();
            default -> null;
        };
    }

    /** The columns of these keys, by name; what has none comes first, so that it is not forgotten. */
    List<Option> named(List<String> keys) {
        var ids = Typed.ids(keys);
        var found = ids.isEmpty() ? Map.<Long, String>of() : switch (this) {
            case OWNER -> Person.<Person>list("id in ?1", ids).stream().collect(Collectors.toMap(one -> one.id, one -> one.name));
            case TEAM -> Team.<Team>list("id in ?1", ids).stream().collect(Collectors.toMap(one -> one.id, one -> one.name));
            default -> Service.<Service>list("id in ?1", ids).stream().collect(Collectors.toMap(one -> one.id, one -> one.name));
        };
        return found.entrySet().stream().map(one -> Option.of(one.getKey(), one.getValue())).sorted((one, other) -> one.label().compareToIgnoreCase(other.label())).toList();
    }

    Option without() {
        return Option.of(none, without);
    }

    /** SQL on action_item a: what stands in the column of that key. */
    String holds(String key) {
        var with = key.equals(none) ? null : this == AIM || this == STRATEGY ? "'" + key + "'" : String.valueOf(Typed.id(key));
        return switch (this) {
            case STATE -> "a.state = '" + key + "'";
            case SERVICE -> with == null ? "a.service_id is null and not exists (select 1 from occurrence_service x where x.occurrence_id = a.occurrence_id)"
                    : "(a.service_id = " + with + " or a.service_id is null and exists (select 1 from occurrence_service x where x.occurrence_id = a.occurrence_id and x.service_id = " + with + "))";
            case STRATEGY -> with == null ? "a.strategy_id is null" : "a.strategy_id in (select x.id from action_strategy x where x.category = " + with + ")";
            default -> this.key + (with == null ? " is null" : " = " + with);
        };
    }
}
