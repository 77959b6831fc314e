package org.closecall.postmortem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Change;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

@Path("/occurrences/{number}/postmortem")
@RolesAllowed(Role.MEMBERS)
class Factors {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance blank(Postmortem postmortem, FactorForm form, Errors errors);

        /** The differences are to what somebody else made of it meanwhile. */
        static native TemplateInstance edit(ContributingFactor factor, FactorForm form, Errors errors, List<Change.Field> differences);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @GET
    @Path("/factors/new")
    public TemplateInstance blank(long number) {
        return Templates.blank(Postmortem.there(Occurrence.numbered(number)), FactorForm.blank(), Errors.none());
    }

    /** more: whether another one is to be written right after. */
    @POST
    @Path("/factors")
    @Transactional
    public Response create(long number, FactorForm form, @RestForm String more) {
        var postmortem = Postmortem.editing(Occurrence.adding(number));
        var errors = form.check(Errors.of(validator.validate(form)), null);
        if (errors.any()) {
            return Pages.invalid(Templates.blank(postmortem, form, errors));
        }
        var there = postmortem.path() + ("true".equals(more) ? "/factors/new" : "/edit#factors");
        if (!FormKey.use(form.key(), form, viewer.person()).repeated()) {
            form.applyTo(new ContributingFactor(), postmortem).add(postmortem, viewer.person(), viewer.now());
            FormKey.used(form.key(), form, viewer.person(), there, viewer.now());
        }
        flash.notice("The factor is added.");
        return Pages.seeOther(there);
    }

    @GET
    @Path("/factors/{id}/edit")
    public TemplateInstance edit(long number, long id) {
        var factor = ContributingFactor.of(Postmortem.there(Occurrence.numbered(number)), id);
        return Templates.edit(factor, FactorForm.of(factor), Errors.none(), List.of());
    }

    @POST
    @Path("/factors/{id}")
    @Transactional
    public Response update(long number, long id, FactorForm form) {
        var factor = editing(number, id);
        var errors = form.check(Errors.of(validator.validate(form)), factor);
        if (errors.any()) {
            return Pages.invalid(Templates.edit(factor, form, errors, List.of()));
        }
        var differences = String.valueOf(factor.version).equals(form.version()) ? List.<Change.Field>of() : form.against(factor);
        if (!differences.isEmpty()) {
            return Pages.conflict(Templates.edit(factor, form.over(factor.version), errors, differences));
        }
        var before = factor.snapshot();
        form.applyTo(factor, factor.postmortem);
        factor.edited(before, viewer.person(), viewer.now());
        flash.notice("The factor is saved.");
        return Pages.seeOther(factor.postmortem.path() + "/edit#factors");
    }

    @POST
    @Path("/factors/{id}/removal")
    @Transactional
    public Response remove(long number, long id) {
        var factor = editing(number, id);
        factor.remove(viewer.person(), viewer.now());
        flash.notice("The factor is removed. The history keeps its text.");
        return Pages.seeOther(factor.postmortem.path() + "/edit#factors");
    }

    private static ContributingFactor editing(long number, long id) {
        var factor = ContributingFactor.of(Postmortem.editing(Occurrence.adding(number)), id);
        ContributingFactor.getEntityManager().lock(factor, LockModeType.PESSIMISTIC_WRITE);
        return factor;
    }
}
