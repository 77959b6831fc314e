package org.closecall.attachment;

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
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

@Path("/occurrences/{number}/references")
@RolesAllowed(Role.MEMBERS)
class References {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance blank(Occurrence occurrence, ReferenceForm form, Errors errors, String earlier);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @GET
    @Path("/new")
    public TemplateInstance blank(long number) {
        return Templates.blank(Occurrence.numbered(number), ReferenceForm.blank(), Errors.none(), null);
    }

    @POST
    @Transactional
    public Response create(long number, ReferenceForm form) {
        var occurrence = Occurrence.adding(number);
        var there = "/occurrences/" + number + "#links";
        var use = FormKey.use(form.key(), form, viewer.person());
        if (use.repeated()) {
            return Pages.seeOther(there);
        }
        var errors = form.fitting(Errors.of(validator.validate(form)), Reference.count("occurrence", occurrence));
        if (errors.any()) {
            return Pages.invalid(Templates.blank(occurrence, form, errors, null));
        }
        if (use.changed()) {
            return Pages.conflict(Templates.blank(occurrence, form.again(), errors, use.location()));
        }
        form.reference().add(occurrence, viewer.person(), viewer.now());
        FormKey.used(form.key(), form, viewer.person(), there, viewer.now());
        flash.notice("The link is added.");
        return Pages.seeOther(there);
    }

    @POST
    @Path("/{id}/removal")
    @Transactional
    public Response remove(long number, long id) {
        Reference.of(Occurrence.adding(number), id).remove(viewer.person(), viewer.now());
        flash.notice("The link is removed. The history keeps its address.");
        return Pages.seeOther("/occurrences/" + number + "#links");
    }
}
