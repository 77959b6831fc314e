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
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** Where the link for a new password leads. */
@Path("/password-resets/{token}")
class PasswordResets {

    static final String PATH = "/password-resets/";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance edit(String token, Person person, Errors errors);

        static native TemplateInstance gone();
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Door door;

    @Inject
    Flash flash;

    @GET
    public Response edit(String token) {
        var reset = PasswordReset.open(token, viewer.now());
        return reset == null ? gone() : Pages.page(200, Templates.edit(token, reset.person, Errors.none()));
    }

    @POST
    @Transactional
    public Response update(String token, NewPasswordForm form, RoutingContext request) {
        var reset = PasswordReset.using(token, viewer.now());
        if (reset == null) {
            return gone();
        }
        var errors = Errors.of(validator.validate(form));
        if (errors.any()) {
            return Pages.invalid(Templates.edit(token, reset.person, errors));
        }
        var person = reset.use(form.password(), viewer.now());
        door.forgive(person);
        door.begin(person, request);
        flash.notice("Your new password is set, and you are signed in. Every other session of yours has ended.");
        return Pages.seeOther("/");
    }

    private static Response gone() {
        return Pages.page(404, Templates.gone());
    }
}
