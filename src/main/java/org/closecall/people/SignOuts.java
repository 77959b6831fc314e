package org.closecall.people;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.web.Flash;
import org.closecall.web.Pages;

@Path("/sign-out")
public class SignOuts {

    @Inject
    Sessions sessions;

    @Inject
    Flash flash;

    @POST
    public Response create(RoutingContext request) {
        sessions.end(request);
        flash.notice("You are signed out.");
        return Pages.seeOther("/sign-in");
    }
}
