package org.closecall.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** How one person sees the pages. Nobody else is concerned, so the last one to save wins. */
@Path("/profile")
class Profiles {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance edit(ProfileForm form, Errors errors, List<String> zones, String usual);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance edit() {
        return page(ProfileForm.of(viewer.person()), Errors.none());
    }

    @POST
    @Transactional
    public Response update(ProfileForm form) {
        var errors = Errors.of(validator.validate(form));
        if (errors.any()) {
            return Pages.invalid(page(form, errors));
        }
        var me = viewer.person();
        form.applyTo(me);
        flash.notice("Saved. Times are shown in " + me.zone(viewer.organisation()) + "; keyboard shortcuts are " + (me.shortcuts ? "on" : "off") + ".");
        return Pages.seeOther("/profile");
    }

    private TemplateInstance page(ProfileForm form, Errors errors) {
        return Templates.edit(form, errors, KnownZone.Zones.ALL, viewer.organisation().timeZone);
    }
}
