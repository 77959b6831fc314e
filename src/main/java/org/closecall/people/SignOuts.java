package org.closecall.people;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

@Path("/sign-out")
public class SignOuts {

    @Inject
    Sessions sessions;

    @Inject
    Flash flash;

    @Inject
    Viewer viewer;

    @POST
    @Transactional
    public Response create(RoutingContext request) {
        AuditEntry.record(Deed.SIGNED_OUT, viewer.person(), null, null, viewer.now());
        sessions.end(request);
        flash.notice("You are signed out.");
        return Pages.seeOther("/sign-in");
    }
}
