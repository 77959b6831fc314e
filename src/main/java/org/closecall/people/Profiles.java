package org.closecall.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
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
import org.closecall.web.Option;
import org.closecall.web.Pages;
import org.closecall.web.ThemeCookie;
import org.closecall.web.Viewer;

/** How one person sees the pages. Nobody else is concerned, so the last one to save wins. */
@Path("/profile")
class Profiles {

    private static final int SESSIONS = 50;

    @CheckedTemplate
    static class Templates {
        /** here is the digest of the session that looks. */
        static native TemplateInstance edit(ProfileForm form, Errors errors, List<String> zones, String usual, List<Option> themes, List<Session> sessions, String here);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @Inject
    SecurityIdentity identity;

    @Inject
    RoutingContext request;

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
        form.applyTo(me, viewer.now());
        ThemeCookie.keep(me.theme, request);
        flash.notice("Saved. Times are shown in " + me.zone(viewer.organisation()) + "; keyboard shortcuts are " + (me.shortcuts ? "on" : "off") + ".");
        return Pages.seeOther("/profile");
    }

    private TemplateInstance page(ProfileForm form, Errors errors) {
        return Templates.edit(form, errors, KnownZone.Zones.ALL, viewer.organisation().timeZone, ProfileForm.THEMES, Session.of(viewer.person(), viewer.now(), SESSIONS), Sessions.digest(identity));
    }
}
