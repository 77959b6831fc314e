package org.closecall.action;

import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.closecall.people.Person;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Formats;
import org.closecall.web.Option;
import org.jboss.resteasy.reactive.RestForm;

/** An action as typed. from says which page asked for it, so that saving leads back there. */
@TemplateData
public record ActionForm(
        @RestForm String key,
        @RestForm String version,
        @RestForm String from,
        @RestForm @NotBlank(message = "What will be done? Begin with a verb") @Size(max = 200, message = "At most 200 characters; the rest fits the description") String title,
        @RestForm @Size(max = 20_000, message = "At most 20,000 characters") String description,
        @RestForm String owner,
        @RestForm String dueOn,
        @RestForm String aim) {

    static final int YEARS_AHEAD = 10;

    static ActionForm blank(String from) {
        return new ActionForm(FormKey.fresh(), "", from == null ? "" : from, "", "", "", "", "");
    }

    static ActionForm of(ActionItem action) {
        return new ActionForm("", String.valueOf(action.version), "", action.title, Objects.requireNonNullElse(action.description, ""),
                action.owner == null ? "" : action.owner.id.toString(), action.dueOn == null ? "" : action.dueOn.toString(), action.aim.name());
    }

    /** The same again as a form that has not been sent yet. */
    ActionForm again() {
        return new ActionForm(FormKey.fresh(), version, from, title, description, owner, dueOn, aim);
    }

    /** This form with what the other one says about the labels named. */
    ActionForm with(ActionForm saved, List<String> labels) {
        return new ActionForm(key, saved.version, from,
                labels.contains("Title") ? saved.title : title, labels.contains("Description") ? saved.description : description,
                labels.contains("Owner") ? saved.owner : owner, labels.contains("Due") ? saved.dueOn : dueOn,
                labels.contains("Aim") ? saved.aim : aim);
    }

    /** was is the due date until now: an old promise may stay as late as it is. */
    Errors check(Errors errors, LocalDate was, LocalDate today, List<Option> owners) {
        if (Typed.given(owner) && owners.stream().noneMatch(option -> option.value().equals(owner))) {
            errors.add("owner", "Choose somebody from the list");
        }
        var due = Typed.date(dueOn);
        if (Typed.given(dueOn) && due == null) {
            errors.add("dueOn", "Write it as a date, such as " + today.plusDays(14));
        } else if (due != null && due.isBefore(today) && !due.equals(was)) {
            errors.add("dueOn", "This day has passed: today is " + Formats.day(today));
        } else if (due != null && due.isAfter(today.plusYears(YEARS_AHEAD))) {
            errors.add("dueOn", "That is more than ten years away: is the year right?");
        }
        if (Typed.choice(Aim.class, aim) == null) {
            errors.add("aim", "What should it change? Choose one of the three");
        }
        return errors;
    }

    ActionItem applyTo(ActionItem action) {
        action.title = Typed.line(title);
        action.description = Typed.orNull(description);
        action.owner = person();
        action.dueOn = Typed.date(dueOn);
        action.aim = Typed.choice(Aim.class, aim);
        return action;
    }

    /** What applying it would make of an action, in the words of its snapshot. */
    Map<String, String> snapshot() {
        return new LinkedHashMap<>(applyTo(new ActionItem()).snapshot());
    }

    private Person person() {
        var id = Typed.id(owner);
        return id == null ? null : Person.findById(id);
    }
}
