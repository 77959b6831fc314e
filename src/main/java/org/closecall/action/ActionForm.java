package org.closecall.action;

import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import org.closecall.defence.OccurrenceControl;
import org.closecall.people.Person;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Formats;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

/** An action as typed. from says which page asked for it, so that saving leads back there. */
@TemplateData
public record ActionForm(
        @RestForm String key,
        @RestForm String version,
        @RestForm String from,
        @RestForm @NotBlank(message = "What will be done? Begin with a verb") @Size(max = LONGEST_TITLE, message = "At most 200 characters; the rest fits the description") String title,
        @RestForm @Size(max = 20_000, message = "At most 20,000 characters") String description,
        @RestForm String owner,
        @RestForm String dueOn,
        @RestForm String aim) {

    static final int YEARS_AHEAD = 10;
    private static final int LONGEST_TITLE = 200;
    private static final int USUAL_DAYS = 14;

    /** from and aim may be missing. */
    static ActionForm blank(String from, String aim) {
        return new ActionForm(FormKey.fresh(), "", from == null ? "" : from, "", "", "", "", Typed.name(Typed.choice(Aim.class, aim)));
    }

    /** Filled in with what the postmortem says, as a promise of whoever writes it: changed quicker than typed. */
    static ActionForm promised(String said, String aim, Viewer viewer) {
        var blank = blank("postmortem", aim);
        var title = Typed.shortened(Typed.line(said), LONGEST_TITLE);
        return new ActionForm(blank.key, "", blank.from, title, title.equals(said.strip()) ? "" : said, viewer.person().id.toString(), usual(viewer.today()).toString(), blank.aim);
    }

    /** Never on a weekend. */
    static LocalDate usual(LocalDate today) {
        var due = today.plusDays(USUAL_DAYS);
        return due.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue() ? due.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : due;
    }

    /** Filled in with what would close a hole in the defence; which aim that serves follows from the layer. */
    static ActionForm closing(OccurrenceControl hole, String from) {
        var aim = switch (hole.control.layer) {
            case DEVELOPMENT, PRE_PRODUCTION -> Aim.PREVENT_RECURRENCE;
            case PRODUCTION -> Aim.REDUCE_IMPACT;
            case DETECTION -> Aim.DETECT_SOONER;
        };
        var blank = blank(from, null);
        return new ActionForm(blank.key, "", blank.from, hole.remedy(), Objects.requireNonNullElse(hole.note, ""), "", "", aim.name());
    }

    static ActionForm of(ActionItem action) {
        return new ActionForm("", String.valueOf(action.version), "", action.title, Objects.requireNonNullElse(action.description, ""),
                action.owner == null ? "" : action.owner.id.toString(), action.dueOn == null ? "" : action.dueOn.toString(), action.aim.name());
    }

    /** The same again as a form that has not been sent yet. */
    ActionForm again() {
        return new ActionForm(FormKey.fresh(), version, from, title, description, owner, dueOn, aim);
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
        return new ActionForm(key, theirs.version, from, conflict.merged("Title", title, theirs.title),
                conflict.merged("Description", description, theirs.description), conflict.merged("Owner", owner, theirs.owner),
                conflict.merged("Due", dueOn, theirs.dueOn), conflict.merged("Aim", aim, theirs.aim));
    }

    /** was is the due date until now: an old promise may stay as late as it is. */
    Errors check(Errors errors, LocalDate was, LocalDate today, List<Option> owners) {
        if (Typed.given(owner) && owners.stream().noneMatch(option -> option.value().equals(owner))) {
            errors.add("owner", "Choose somebody from the list");
        }
        var due = Typed.date(dueOn);
        if (Typed.given(dueOn) && due == null) {
            errors.add("dueOn", "Write it as a date, such as " + usual(today));
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

    private Person person() {
        var id = Typed.id(owner);
        return id == null ? null : Person.findById(id);
    }
}
