package org.closecall.action;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.people.Role;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

/** Following an action, or not. */
@Path("/actions")
@RolesAllowed(Role.MEMBERS)
class Watchings {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Path("/{id}/watching")
    @Transactional
    public Response update(long id, @RestForm String on) {
        var watching = "true".equals(on);
        Watcher.set(ActionItem.changing(id), viewer.person(), watching, viewer.now());
        flash.notice(watching ? "You are told of comments and of every step." : "You are told no more of this one, unless somebody names you.");
        return Pages.seeOther("/actions/" + id + "#watching");
    }
}
