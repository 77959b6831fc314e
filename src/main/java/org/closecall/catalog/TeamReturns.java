package org.closecall.catalog;

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

@Path("/teams")
class TeamReturns {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Path("/{id}/return")
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response create(long id) {
        var team = Team.changing(id);
        team.bringBack(viewer.person(), viewer.now());
        flash.notice(team.name + " is back.");
        return Pages.seeOther(team.address());
    }
}
