package org.closecall.people;

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
import java.util.List;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

@Path("/admin/organisation")
@RolesAllowed(Role.ADMINISTRATORS)
class Organisations {

    @CheckedTemplate
    static class Templates {
        /** The conflict is null unless somebody saved meanwhile. */
        static native TemplateInstance edit(OrganisationForm form, Errors errors, Conflict conflict, List<String> zones);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance edit() {
        return page(OrganisationForm.of(viewer.organisation()), Errors.none(), null);
    }

    @POST
    @Transactional
    public Response update(OrganisationForm form) {
        var organisation = Organisation.changing();
        var errors = Errors.of(validator.validate(form));
        if (errors.any()) {
            return Pages.invalid(page(form, errors, null));
        }
        var conflict = form.against(organisation);
        if (conflict != null) {
            return Pages.conflict(page(form.merged(organisation, conflict), errors, conflict));
        }
        var changed = organisation.edit(form.name(), form.timeZone(), viewer.person(), viewer.now());
        flash.notice(changed ? "The organisation is saved." : "Nothing was changed.");
        return Pages.seeOther("/admin/organisation");
    }

    private static TemplateInstance page(OrganisationForm form, Errors errors, Conflict conflict) {
        return Templates.edit(form, errors, conflict, KnownZone.Zones.ALL);
    }
}
