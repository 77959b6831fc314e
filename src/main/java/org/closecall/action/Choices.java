package org.closecall.action;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.closecall.catalog.Control;
import org.closecall.catalog.Layer;
import org.closecall.catalog.Service;
import org.closecall.catalog.Team;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Person;
import org.closecall.web.Errors;
import org.closecall.web.Formats;
import org.closecall.web.Option;
import org.closecall.web.Typed;

/** What the selects of a page offer. usual: when an action of each aim is usually due. */
@TemplateData
public record Choices(List<Option> owners, List<Option> teams, List<Option> services, List<Strategy> strategyList, List<Control> controls, Map<Aim, LocalDate> usual) {

    /** What is archived or has left stays on offer where it is chosen already. action is null when it is new, occurrence where there is none. */
    static Choices forForm(ActionItem action, Occurrence occurrence, LocalDate today) {
        var chosen = action == null ? new ActionItem() : action;
        return new Choices(
                both(Person.working(), chosen.owner).map(person -> Option.of(person.id, person.name)).toList(),
                both(Team.inUse(), chosen.team).map(team -> Option.of(team.id, team.name)).toList(),
                both(Service.inUse(), chosen.service).map(service -> Option.of(service.id, service.name)).toList(),
                both(Strategy.inUse(), chosen.strategy).toList(), both(Control.inUse(), chosen.control).toList(),
                ActionPolicy.usual(occurrence == null ? null : occurrence.shownSeverity(), today));
    }

    /** Everybody who owns something, here or gone, and nobody. */
    static Choices forFilter() {
        List<Person> owners = Person.list("from Person p where exists (select 1 from ActionItem a where a.owner = p and a.deletedAt is null) order by p.name, p.id");
        return new Choices(without(ActionFilter.NOBODY, "Nobody yet", owners.stream().map(person -> Option.of(person.id, person.name))),
                without(ActionFilter.NONE, "No team", Team.inUse().stream().map(team -> Option.of(team.id, team.name))),
                without(ActionFilter.NONE, "No service", Service.inUse().stream().map(service -> Option.of(service.id, service.name))), Strategy.inUse(), Control.inUse(), Map.of());
    }

    /** Who and what a batch may set. */
    static Choices forBatch() {
        return new Choices(without(ActionFilter.NOBODY, "Nobody", Person.working().stream().map(person -> Option.of(person.id, person.name))),
                without(ActionFilter.NONE, "No team", Team.inUse().stream().map(team -> Option.of(team.id, team.name))), List.of(), List.of(), List.of(), Map.of());
    }

    private static List<Option> without(String none, String words, Stream<Option> others) {
        return Stream.concat(Stream.of(Option.of(none, words)), others).toList();
    }

    /** And what that action has already. */
    Choices with(ActionItem action) {
        return new Choices(and(owners, action.owner == null ? null : action.owner.id), and(teams, action.team == null ? null : action.team.id), and(services, action.service == null ? null : action.service.id),
                both(strategyList, action.strategy).toList(), both(controls, action.control).toList(), usual);
    }

    private static List<Option> and(List<Option> offered, Long chosen) {
        return chosen == null ? offered : Stream.concat(offered.stream(), Stream.of(Option.of(chosen, ""))).toList();
    }

    private static <T> Stream<T> both(List<T> offered, T chosen) {
        return Stream.concat(offered.stream(), Stream.ofNullable(chosen)).distinct();
    }

    /** A refused form says so beside the field. */
    void check(String field, String value, List<Option> offered, String words, Errors errors) {
        if (Typed.given(value) && offered.stream().noneMatch(option -> option.value().equals(value))) {
            errors.add(field, words);
        }
    }

    public List<Option> strategies() {
        return strategyList.stream().map(strategy -> Option.of(strategy.id, strategy.category.label + ": " + strategy.name)).toList();
    }

    /** Each category as a whole, and its strategies; and those without. */
    public List<Option> strategyFilters() {
        return without(ActionFilter.NONE, "No strategy", Arrays.stream(StrategyCategory.values()).flatMap(category -> Stream.concat(Stream.of(Option.of(category, category.label + ", any")),
                strategyList.stream().filter(strategy -> strategy.category == category).map(strategy -> Option.of(strategy.id, category.label + ": " + strategy.name)))));
    }

    /** As above, to look for. */
    public List<Option> defenceFilters() {
        return without(ActionFilter.NONE, "No layer", Arrays.stream(Layer.values()).flatMap(layer -> Stream.concat(Stream.of(Option.of(layer, layer.label + ", any")),
                controls.stream().filter(control -> control.layer == layer).map(control -> Option.of(control.id, layer.label + ": " + control.name)))));
    }

    /** What the occurrence was, or that there was none. */
    public List<Option> kinds() {
        return without(ActionFilter.NONE, "None", Arrays.stream(Kind.values()).map(kind -> Option.of(kind, kind.label)));
    }

    /** Each layer as a whole, and its controls. */
    public List<Option> defences() {
        return Arrays.stream(Layer.values()).flatMap(layer -> Stream.concat(Stream.of(Option.of(layer, layer.label + ", any or a new control")),
                controls.stream().filter(control -> control.layer == layer).map(control -> Option.of(control.id, layer.label + ": " + control.name)))).toList();
    }

    public List<Option> priorities() {
        return Arrays.stream(Priority.values()).map(priority -> Option.of(priority, priority.label)).toList();
    }

    public List<Option> states() {
        return Stream.concat(Arrays.stream(ActionState.values()).map(state -> Option.of(state, state.label)),
                Stream.of(Option.of("DONE,VERIFIED", "Done or verified"), Option.of("DROPPED,RISK_ACCEPTED", "Dropped or accepted"), Option.of(ActionFilter.ANY, "Any"))).toList();
    }

    public List<Option> aims() {
        return Arrays.stream(Aim.values()).map(aim -> Option.of(aim, aim.label)).toList();
    }

    public List<Aim> aimList() {
        return List.of(Aim.values());
    }

    /** ISO, or nothing. */
    public String usualDue(Aim aim) {
        var due = usual.get(aim);
        return due == null ? "" : due.toString();
    }

    public String explained(Aim aim) {
        var due = usual.get(aim);
        return due == null ? aim.hint : aim.hint + " Usually by " + Formats.day(due) + ".";
    }
}
