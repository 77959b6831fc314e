package org.closecall.action;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Option;

/** An action with its course so far, and what a step needs to be said. approvers: who may accept its risk; empty where nobody is asked. unsaved: words that were meant for a former state; null without. */
@TemplateData
public record ActionPage(ActionItem action, List<Transition> steps, RiskAcceptance risk, List<Change> history, List<Option> approvers, MoveForm form, WorkForm work, Errors errors, String unsaved) {

    private static final int MOST_CHANGES = 10;

    static ActionPage of(ActionItem action, MoveForm form, Errors errors) {
        return of(action, form, WorkForm.blank(), errors, null);
    }

    static ActionPage written(ActionItem action, WorkForm form, Errors errors) {
        return of(action, MoveForm.blank(""), form, errors, null);
    }

    /** It has moved since its page was opened. */
    static ActionPage meanwhile(ActionItem action, MoveForm form, String words) {
        return of(action, form, WorkForm.blank(), Errors.none(), words);
    }

    private static ActionPage of(ActionItem action, MoveForm form, WorkForm work, Errors errors, String unsaved) {
        return new ActionPage(action, Transition.of(action), RiskAcceptance.latest(action), Change.latest(action.subject(), MOST_CHANGES),
                action.state.unfinished() ? approvers(action) : List.of(), form, work, errors, unsaved);
    }

    /** Everybody who may write but whoever promised it. */
    static List<Option> approvers(ActionItem action) {
        return Person.working().stream().filter(person -> action.owner == null || !person.id.equals(action.owner.id)).filter(person -> person.role != Role.VIEWER)
                .map(person -> Option.of(person.id, person.name)).toList();
    }

    /** Who asks does not answer. */
    public List<Option> approversBut(Person asking) {
        return others(approvers, asking);
    }

    static List<Option> others(List<Option> people, Person but) {
        return people.stream().filter(one -> !one.value().equals(but.id.toString())).toList();
    }

    /** What was said with the step that led to where it stands. */
    public Transition last() {
        return steps.get(steps.size() - 1);
    }

    /** What a form says its page showed. */
    public String seen() {
        return steps.isEmpty() ? "" : last().id.toString();
    }

    public boolean opens(String drawer) {
        return switch (drawer) {
            case "done" -> errors.has("evidence") || !form.evidence().isEmpty();
            case "waits" -> errors.has("waitsFor");
            case "drop" -> errors.has("dropReason");
            case "risk" -> errors.has("riskReason") || errors.has("approver") || errors.has("until");
            case "reopen" -> errors.has("reason");
            default -> false;
        };
    }
}
