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

/** Where an invitation's link leads: name and password, and there is an account. */
@Path("/invitations/{token}")
class Acceptances {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance blank(String token, Invitation invitation, AcceptanceForm form, Errors errors);

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
    public Response blank(String token) {
        var invitation = Invitation.open(token, viewer.now());
        return invitation == null ? gone() : Pages.page(200, Templates.blank(token, invitation, AcceptanceForm.of(invitation), Errors.none()));
    }

    @POST
    @Transactional
    public Response create(String token, AcceptanceForm form, RoutingContext request) {
        var invitation = Invitation.accepting(token, viewer.now());
        if (invitation == null) {
            return gone();
        }
        var errors = Errors.of(validator.validate(form));
        if (errors.any()) {
            return Pages.invalid(Templates.blank(token, invitation, form, errors));
        }
        var person = invitation.accept(form.name(), form.password(), viewer.now());
        door.begin(person, request);
        flash.notice("Welcome, " + person.name + ". This is the desk: what is open, and what waits for you.");
        return Pages.seeOther("/");
    }

    private static Response gone() {
        return Pages.page(404, Templates.gone());
    }
}
