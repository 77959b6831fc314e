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
@RolesAllowed(Role.MEMBERS)
class TeamArchives {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Path("/{id}/archive")
    @Transactional
    public Response create(long id) {
        var team = Team.changing(id);
        team.archive(viewer.person(), viewer.now());
        flash.notice(team.name + " is archived. The services it owns stay with it.");
        return Pages.seeOther(team.address());
    }

    @POST
    @Path("/{id}/return")
    @Transactional
    public Response remove(long id) {
        var team = Team.changing(id);
        team.bringBack(viewer.person(), viewer.now());
        flash.notice(team.name + " is back.");
        return Pages.seeOther(team.address());
    }
}
