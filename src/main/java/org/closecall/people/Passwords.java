package org.closecall.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

@Path("/password")
class Passwords {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance edit(Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Sessions sessions;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance edit() {
        return Templates.edit(Errors.none());
    }

    @POST
    @Transactional
    public Response update(PasswordForm form, RoutingContext request) {
        var me = viewer.person();
        var errors = Errors.of(validator.validate(form));
        if (!errors.has("current") && !me.hasPassword(form.current())) {
            errors.add("current", "This is not your password");
        }
        if (errors.any()) {
            return Pages.invalid(Templates.edit(errors));
        }
        me.changePassword(form.password());
        Change.record(new Change.Subject("person", me.id, null, null), "changed the password", Map.of(), Map.of(), me, viewer.now());
        sessions.begin(me, request);
        flash.notice("Your password is changed. Other sessions of yours have ended.");
        return Pages.seeOther("/");
    }
}
