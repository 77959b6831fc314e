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
        /** wait is null unless too many tries have failed. */
        static native TemplateInstance blank(String next, String email, boolean failed, String wait);
    }

    @Inject
    Viewer viewer;

    @Inject
    Door door;

    @GET
    public Response blank(@RestQuery String next) {
        if (Organisation.current() == null) {
            return Pages.seeOther("/set-up");
        }
        return viewer.signedIn() ? Pages.seeOther(Pages.inside(next)) : Pages.page(200, Templates.blank(Pages.inside(next), "", false, null));
    }

    @POST
    @Transactional
    public Response create(@RestForm String email, @RestForm String password, @RestForm String next, RoutingContext request) {
        var answer = door.enter(email, password, request);
        return answer.person() != null ? Pages.seeOther(Pages.inside(next)) : answer.refusal(Templates.blank(Pages.inside(next), email == null ? "" : email, answer.refused(), answer.words()));
    }
}
