package org.closecall.occurrence;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** Who does what on a record, and who did. */
@Path("/")
class OccurrenceRoles {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(Occurrence occurrence, List<OccurrenceRole> roles, RoleForm form, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    @Path("/occurrences/{number}/roles")
    public TemplateInstance index(long number) {
        var occurrence = Occurrence.numbered(number);
        return Templates.index(occurrence, OccurrenceRole.of(occurrence), RoleForm.blank(viewer), Errors.none());
    }

    @POST
    @Path("/occurrences/{number}/roles")
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response create(long number, RoleForm form) {
        var occurrence = Occurrence.adding(number);
        var errors = Errors.none();
        form.check(errors);
        if (errors.any()) {
            return Pages.invalid(Templates.index(occurrence, OccurrenceRole.of(occurrence), form, errors));
        }
        var there = "/occurrences/" + number;
        if (FormKey.use(form.key(), form, viewer.person()).repeated()) {
            return Pages.seeOther(there);
        }
        var given = OccurrenceRole.give(occurrence, form.name(), form.whom(), viewer.person(), viewer.now());
        FormKey.used(form.key(), form, viewer.person(), there, viewer.now());
        flash.notice(form.whom().name + (given ? " is now " : " already was ") + form.name().toLowerCase() + ".");
        return Pages.seeOther(there);
    }
}
