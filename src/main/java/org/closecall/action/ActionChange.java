package org.closecall.action;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.closecall.web.Formats;
import org.closecall.web.Option;

/**
 * What becomes of each of several actions. What is not named stays as it is.
 *
 * @param set the value of a field, and its words
 * @param days by how many working days the due date moves; 0 when it stays
 * @param deed null when the state stays
 * @param said with the deed: evidence or reason
 */
record ActionChange(Map<ActionField, Option> set, int days, Deed deed, String said) {

    static ActionChange step(Deed deed) {
        return new ActionChange(Map.of(), 0, deed, null);
    }

    static ActionChange to(ActionField field, Option value) {
        return new ActionChange(Map.of(field, value), 0, null, null);
    }

    boolean nothing() {
        return set.isEmpty() && days == 0 && deed == null;
    }

    /** Why this action cannot be changed so; null when it can. */
    String refusal(ActionItem action, LocalDate today) {
        if (!action.listed()) {
            return action.removed() ? "was removed" : "its record was removed";
        }
        if (deed != null && action.state != deed.target && !action.state.leadsTo(deed.target)) {
            return "is " + action.state.inText() + ", and that does not lead to " + deed.target.inText();
        }
        if (days != 0 && action.dueOn == null) {
            return "has no due date to move";
        }
        return days != 0 && due(action).isBefore(today) ? "would be due on " + Formats.day(due(action)) + ", which has passed" : null;
    }

    /** In words, what changes of an action that is not refused. */
    List<Change.Field> foreseen(ActionItem action) {
        var fields = new ArrayList<Change.Field>();
        if (deed != null && action.state != deed.target) {
            fields.add(new Change.Field("State", action.state.label, deed.target.label));
        }
        for (var field : ActionField.values()) {
            var value = value(field, action);
            if (value != null && !value.value().equals(field.read(action))) {
                fields.add(new Change.Field(field.label, field.words(action), value.label()));
            }
        }
        return fields;
    }

    /** The caller has asked whether it is refused. */
    void applyTo(Step step, Person by) {
        var action = step.action();
        var before = action.snapshot();
        for (var field : ActionField.values()) {
            var value = value(field, action);
            if (value != null) {
                field.write(action, value.value());
            }
        }
        action.edited(before, by, step.now());
        if (deed != null && action.state != deed.target) {
            deed.take(step, said);
        }
    }

    /** One a line, as it is kept. */
    String words() {
        var words = new ArrayList<String>();
        if (deed != null) {
            words.add("State: " + deed.target.label + (said == null ? "" : " (" + said + ")"));
        }
        new LinkedHashMap<>(set).entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(one -> words.add(one.getKey().label + ": " + one.getValue().label()));
        if (days != 0) {
            words.add("Due " + Math.abs(days) + " working " + (Math.abs(days) == 1 ? "day" : "days") + (days > 0 ? " later" : " sooner"));
        }
        return String.join("\n", words);
    }

    /** Null when the field stays. */
    private Option value(ActionField field, ActionItem action) {
        return field == ActionField.DUE && days != 0 ? new Option(due(action).toString(), Formats.day(due(action))) : set.get(field);
    }

    private LocalDate due(ActionItem action) {
        return workingDays(action.dueOn, days);
    }

    /** So many working days on, or back. */
    static LocalDate workingDays(LocalDate from, int days) {
        var day = from;
        for (var left = Math.abs(days); left > 0; ) {
            day = day.plusDays(days > 0 ? 1 : -1);
            left -= day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue() ? 0 : 1;
        }
        return day;
    }
}
