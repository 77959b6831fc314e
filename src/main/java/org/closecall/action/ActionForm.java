package org.closecall.action;

import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.closecall.catalog.Control;
import org.closecall.catalog.FactorCategory;
import org.closecall.catalog.Layer;
import org.closecall.catalog.Service;
import org.closecall.catalog.Team;
import org.closecall.people.Person;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Formats;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** An action as typed. from says which page asked for it, so that saving leads back there; defence is a layer or the number of a control. */
@TemplateData
public record ActionForm(
        @RestForm String key,
        @RestForm String version,
        @RestForm String from,
        @RestForm String origin,
        @RestForm @Size(max = 500, message = "At most 500 characters") String originText,
        @RestForm String factorCategory,
        @RestForm String follows,
        @RestForm @NotBlank(message = "What will be done? Begin with a verb") @Size(max = LONGEST_TITLE, message = "At most 200 characters; the rest fits the description") String title,
        @RestForm @Size(max = 20_000, message = "At most 20,000 characters") String description,
        @RestForm String owner,
        @RestForm String team,
        @RestForm String service,
        @RestForm String dueOn,
        @RestForm String priority,
        @RestForm String aim,
        @RestForm String strategy,
        @RestForm String defence) {

    static final int LONGEST_TITLE = 200;
    static final int YEARS_AHEAD = 10;

    static ActionForm of(ActionItem action) {
        return new ActionForm("", String.valueOf(action.version), "", "", "", "", "", action.title, Objects.requireNonNullElse(action.description, ""),
                id(action.owner == null ? null : action.owner.id), id(action.team == null ? null : action.team.id), id(action.service == null ? null : action.service.id),
                action.dueOn == null ? "" : action.dueOn.toString(), action.priority.name(), Typed.name(action.aim), id(action.strategy == null ? null : action.strategy.id),
                action.control == null ? Typed.name(action.layer) : action.control.id.toString());
    }

    /** The same again as a form that has not been sent yet. */
    ActionForm again() {
        return new ActionForm(FormKey.fresh(), version, from, origin, originText, factorCategory, follows, title, description, owner, team, service, dueOn, priority, aim, strategy, defence);
    }

    /** Null unless somebody else changed what the form holds; a colleague's move to "in progress" is no conflict. */
    Conflict against(ActionItem saved) {
        var opened = Typed.id(version);
        return String.valueOf(saved.version).equals(version) ? null
                : Conflict.since(opened == null ? -1 : opened.intValue(), applyTo(new ActionItem()).snapshot(), saved.snapshot(), saved.subject());
    }

    /** What was typed and what only the other one changed, ready to be saved over the version now there. */
    ActionForm merged(ActionItem saved, Conflict conflict) {
        var theirs = of(saved);
        return new ActionForm(key, theirs.version, from, origin, originText, factorCategory, follows, conflict.merged("Title", title, theirs.title),
                conflict.merged("Description", description, theirs.description), conflict.merged("Owner", owner, theirs.owner), conflict.merged("Team", team, theirs.team),
                conflict.merged("Service", service, theirs.service), conflict.merged("Due", dueOn, theirs.dueOn), conflict.merged("Priority", priority, theirs.priority),
                conflict.merged("Aim", aim, theirs.aim), conflict.merged("Strategy", strategy, theirs.strategy), conflict.merged("Defence", defence, theirs.defence));
    }

    /** Whether something is said that most need not say: then it is shown at once. */
    public boolean detailed(Errors errors) {
        return Typed.given(team) || Typed.given(strategy) || Typed.given(defence) || Typed.given(priority) && Typed.choice(Priority.class, priority) != Priority.MEDIUM
                || errors.has("team") || errors.has("service") || errors.has("strategy") || errors.has("defence") || errors.has("priority");
    }

    /** was is the due date until now: an old promise may stay as late as it is. */
    Errors check(Errors errors, LocalDate was, LocalDate today, Choices choices) {
        choices.check("owner", owner, choices.owners(), "Choose somebody from the list", errors);
        choices.check("team", team, choices.teams(), "Choose a team from the list", errors);
        choices.check("service", service, choices.services(), "Choose a service from the list", errors);
        choices.check("strategy", strategy, choices.strategies(), "Choose a strategy from the list", errors);
        choices.check("defence", defence, choices.defences(), "Choose a layer or a control from the list", errors);
        choices.check("priority", priority, choices.priorities(), "Choose one of the three", errors);
        checkDue(errors, was, today);
        if (Typed.choice(Aim.class, aim) == null) {
            errors.add("aim", "What should it change? Choose one of the three");
        }
        return errors;
    }

    private void checkDue(Errors errors, LocalDate was, LocalDate today) {
        var due = Typed.date(dueOn);
        if (Typed.given(dueOn) && due == null) {
            errors.add("dueOn", "Write it as a date, such as " + ActionPolicy.workday(today.plusDays(14)));
        } else if (due != null && due.isBefore(today) && !due.equals(was)) {
            errors.add("dueOn", "This day has passed: today is " + Formats.day(today));
        } else if (due != null && due.isAfter(today.plusYears(YEARS_AHEAD))) {
            errors.add("dueOn", "That is more than ten years away: is the year right?");
        }
    }

    ActionItem applyTo(ActionItem action) {
        action.title = Typed.line(title);
        action.description = Typed.orNull(description);
        action.owner = Typed.found(owner, id -> Person.findById(id));
        action.team = Typed.found(team, id -> Team.findById(id));
        action.service = Typed.found(service, id -> Service.findById(id));
        action.dueOn = Typed.date(dueOn);
        action.priority = Objects.requireNonNullElse(Typed.choice(Priority.class, priority), Priority.MEDIUM);
        action.aim = Typed.choice(Aim.class, aim);
        action.strategy = Typed.found(strategy, id -> Strategy.findById(id));
        action.control = Typed.found(defence, id -> Control.findById(id));
        action.layer = action.control == null ? Typed.choice(Layer.class, defence) : action.control.layer;
        return action;
    }

    /** Where it came from; said once, when it is made. */
    ActionItem born(ActionItem action, boolean onRecord) {
        var said = Typed.choice(Origin.class, origin);
        action.follows = Typed.found(follows, id -> ActionItem.findById(id));
        action.origin = action.follows != null ? Origin.FOLLOW_UP : said != null && said != Origin.FOLLOW_UP ? said : onRecord ? Origin.OCCURRENCE : Origin.NONE;
        action.originText = Typed.orNull(originText);
        action.factorCategory = Typed.found(factorCategory, id -> FactorCategory.findById(id));
        return applyTo(action);
    }

    private static String id(Long id) {
        return id == null ? "" : id.toString();
    }
}
