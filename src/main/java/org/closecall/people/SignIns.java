package org.closecall.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/sign-in")
class SignIns {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance blank(String next, String email, boolean failed);
    }

    @Inject
    Viewer viewer;

    @Inject
    Sessions sessions;

    @GET
    public Response blank(@RestQuery String next) {
        if (Organisation.current() == null) {
            return Pages.seeOther("/set-up");
        }
        return viewer.signedIn() ? Pages.seeOther(Pages.inside(next)) : Pages.page(200, Templates.blank(Pages.inside(next), "", false));
    }

    @POST
    @Transactional
    public Response create(@RestForm String email, @RestForm String password, @RestForm String next, RoutingContext request) {
        var person = Person.signingIn(email == null ? "" : email, password == null ? "" : password);
        if (person == null) {
            return Pages.invalid(Templates.blank(Pages.inside(next), email == null ? "" : email, true));
        }
        sessions.begin(person, request);
        return Pages.seeOther(Pages.inside(next));
    }
}
