package org.closecall.action;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.defence.OccurrenceControl;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Role;
import org.closecall.postmortem.ContributingFactor;
import org.closecall.postmortem.Postmortem;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

/** Making an action because of an occurrence, from its record or its postmortem. */
@Path("/occurrences/{number}/actions")
@RolesAllowed(Role.MEMBERS)
class OccurrenceActions {

    private static final String POSTMORTEM = "postmortem";

    @CheckedTemplate
    static class Templates {
        /** back is where this form was asked for; earlier where its first sending led, when it now says something else. */
        static native TemplateInstance blank(Occurrence occurrence, ActionForm form, Errors errors, Choices choices, String back, String earlier);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @GET
    @Path("/new")
    public TemplateInstance blank(long number, @RestQuery String from, @RestQuery String control, @RestQuery String aim, @RestQuery String of, @RestQuery String factor, @RestQuery String luck) {
        var occurrence = Occurrence.numbered(number);
        var draft = ActionDraft.blank(occurrence, POSTMORTEM.equals(from) ? Origin.POSTMORTEM : Origin.OCCURRENCE, aim);
        var hole = OccurrenceControl.of(occurrence, Typed.id(control));
        var cause = Typed.found(factor, id -> ContributingFactor.of(occurrence, id));
        var filled = hole != null ? draft.closing(hole) : cause != null ? draft.against(cause) : Typed.given(luck) ? draft.against(luck)
                : POSTMORTEM.equals(from) ? draft.promised(Postmortem.text(occurrence, of), viewer) : draft;
        return page(occurrence, filled.form(from, viewer.today()), Errors.none(), choices(occurrence), null);
    }

    @POST
    @Transactional
    public Response create(long number, ActionForm form) {
        var occurrence = Occurrence.adding(number);
        var choices = choices(occurrence);
        var errors = form.check(Errors.of(validator.validate(form)), null, viewer.today(), choices);
        if (errors.any()) {
            return Pages.invalid(page(occurrence, form, errors, choices, null));
        }
        var use = FormKey.use(form.key(), form, viewer.person());
        if (use.repeated()) {
            return Pages.seeOther(back(occurrence, form));
        }
        if (use.changed()) {
            return Pages.conflict(page(occurrence, form.again(), errors, choices, use.location()));
        }
        var action = form.born(new ActionItem(), true).add(occurrence, viewer.person(), viewer.now());
        FormKey.used(form.key(), form, viewer.person(), "/actions/" + action.id, viewer.now());
        flash.notice("The action is added.");
        return Pages.seeOther(back(occurrence, form));
    }

    private Choices choices(Occurrence occurrence) {
        return Choices.forForm(null, occurrence, viewer.today());
    }

    private static TemplateInstance page(Occurrence occurrence, ActionForm form, Errors errors, Choices choices, String earlier) {
        return Templates.blank(occurrence, form, errors, choices, back(occurrence, form), earlier);
    }

    private static String back(Occurrence occurrence, ActionForm form) {
        return "/occurrences/" + occurrence.number + (POSTMORTEM.equals(form.from()) ? "/postmortem/edit" : "") + "#actions";
    }
}
