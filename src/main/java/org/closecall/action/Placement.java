package org.closecall.action;

import java.util.Map;
import java.util.Objects;
import org.closecall.catalog.Service;
import org.closecall.catalog.Team;
import org.closecall.people.Person;
import org.closecall.web.Option;
import org.closecall.web.Typed;

/**
 * What it means to put an action into another column: a change at once, a page where somebody has to say something
 * first, or a refusal. Exactly one of the three is there.
 */
record Placement(ActionChange change, String page, String refusal) {

    private static final Map<ActionState, Deed> AT_ONCE = Map.of(ActionState.IN_PROGRESS, Deed.START, ActionState.OPEN, Deed.REOPEN);

    static Placement of(ActionItem action, PlacementForm form, Person by) {
        var group = form.group();
        if (!action.listed()) {
            return refused("it was removed meanwhile");
        }
        if (!group.state() && !action.state.unfinished()) {
            return refused("it is " + action.state.inText() + " by now");
        }
        return switch (group) {
            case STATE -> stepped(action, Typed.choice(ActionState.class, form.was()), Typed.choice(ActionState.class, form.to()), by);
            case OWNER -> set(action, ActionField.OWNER, form, group, owner(form.to()));
            case TEAM -> set(action, ActionField.TEAM, form, group, Typed.found(form.to(), id -> Team.<Team>findByIdOptional(id).filter(team -> team.archivedAt == null).map(team -> Option.of(team.id, team.name)).orElse(null)));
            case SERVICE -> set(action, ActionField.SERVICE, form, group, Typed.found(form.to(), id -> Service.<Service>findByIdOptional(id).filter(service -> service.archivedAt == null).map(service -> Option.of(service.id, service.name)).orElse(null)));
            case AIM -> set(action, ActionField.AIM, form, group, group.fixed().stream().filter(aim -> aim.value().equals(form.to())).findFirst().orElse(null));
            case STRATEGY -> strategy(action, form, group);
        };
    }

    private static Placement stepped(ActionItem action, ActionState was, ActionState to, Person by) {
        if (action.state != was || to == null) {
            return refused("it is " + action.state.inText() + " by now");
        }
        if (!action.state.leadsTo(to)) {
            return refused("what is " + action.state.inText() + " does not become " + to.inText() + " in one step");
        }
        if (to == ActionState.VERIFIED && !action.verifiableBy(by)) {
            return refused("somebody else has to say that it works: neither who did it nor whose promise it is");
        }
        var asks = to == ActionState.DONE ? "#evidence" : to == ActionState.VERIFIED ? "#how" : to == ActionState.OPEN && was != ActionState.IN_PROGRESS ? "#reason" : null;
        return asks == null ? new Placement(ActionChange.step(AT_ONCE.get(to)), null, null) : new Placement(null, "/actions/" + action.id + asks, null);
    }

    /** Which strategy of the category, only somebody who thinks about it can say. */
    private static Placement strategy(ActionItem action, PlacementForm form, ActionGroup group) {
        return Typed.choice(StrategyCategory.class, form.to()) == null ? set(action, ActionField.STRATEGY, form, group, null) : new Placement(null, "/actions/" + action.id + "/edit#strategy", null);
    }

    /** value is null where there is none of that name, or it was none that was wanted. */
    private static Placement set(ActionItem action, ActionField field, PlacementForm form, ActionGroup group, Option value) {
        var wanted = group.none.equals(form.to()) && group != ActionGroup.AIM ? Option.of("", group.without().label().toLowerCase()) : value;
        if (wanted == null) {
            return refused("that " + group.inText() + " is not on offer any more");
        }
        var was = group.none.equals(form.was()) ? "" : Objects.requireNonNullElse(form.was(), "");
        var now = field == ActionField.STRATEGY && action.strategy != null ? action.strategy.category.name() : field.read(action);
        // without a service of its own it stands with each of its occurrence's
        return now.equals(was) || field == ActionField.SERVICE && now.isEmpty() ? new Placement(ActionChange.to(field, wanted), null, null) : refused("somebody has moved it meanwhile");
    }

    private static Option owner(String id) {
        return Typed.found(id, key -> Person.<Person>findByIdOptional(key).filter(person -> person.active() && person.member()).map(person -> Option.of(person.id, person.name)).orElse(null));
    }

    private static Placement refused(String why) {
        return new Placement(null, null, why);
    }
}
