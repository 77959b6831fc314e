package org.closecall.action;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.closecall.people.Person;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** What is written on an action's page besides its steps, as typed; each form reads its own fields. item is the line of the checklist that was edited. */
@TemplateData
public record WorkForm(@RestForm String key, @RestForm String verdict, @RestForm String because, @RestForm String lines, @RestForm String item, @RestForm String line, @RestForm String blocker,
        @RestForm String comment, @RestForm List<String> told) {

    static final int LONGEST = 5_000;

    public WorkForm {
        verdict = Objects.requireNonNullElse(verdict, "");
        because = Objects.requireNonNullElse(because, "");
        lines = Objects.requireNonNullElse(lines, "");
        item = Objects.requireNonNullElse(item, "");
        line = Objects.requireNonNullElse(line, "");
        blocker = Objects.requireNonNullElse(blocker, "");
        comment = Objects.requireNonNullElse(comment, "");
        told = Objects.requireNonNullElse(told, List.of());
    }

    static WorkForm blank() {
        return new WorkForm(null, null, null, null, null, null, null, null, null);
    }

    /** Locked. What was removed is not worked on. */
    static ActionItem on(long id) {
        var action = ActionItem.changing(id);
        if (!action.listed()) {
            throw new NotFoundException("That action was removed");
        }
        return action;
    }

    /** What the same form led to when it was sent before; null when it was not. */
    Response sentBefore(long action, String field, Person me) {
        var use = FormKey.use(key, this, me);
        if (use.location() == null) {
            return null;
        }
        return use.repeated() ? Pages.seeOther(use.location()) : clashing(action, Errors.none().add(field, "This form was sent before with other words, which stand. Send it again if both are meant"));
    }

    Response refused(long action, Errors errors) {
        return Pages.invalid(page(action, errors));
    }

    Response clashing(long action, Errors errors) {
        return Pages.conflict(page(action, errors));
    }

    /** Whether it is this line that was typed. */
    public boolean edits(ChecklistItem step) {
        return item.equals(step.id.toString());
    }

    Errors checkVerdict() {
        var errors = Errors.none();
        if (Typed.choice(Judged.class, verdict) == null) {
            errors.add("verdict", "Did it help? Choose one");
        }
        return because.length() > LONGEST ? errors.add("because", "At most 5,000 characters") : errors;
    }

    Errors checkComment() {
        var errors = Errors.none();
        if (!Typed.given(comment)) {
            errors.add("comment", "What would you like to say?");
        }
        return comment.length() > LONGEST ? errors.add("comment", "At most 5,000 characters") : errors;
    }

    private TemplateInstance page(long action, Errors errors) {
        return Actions.Templates.show(ActionPage.written(ActionItem.shown(action), this, errors));
    }
}
