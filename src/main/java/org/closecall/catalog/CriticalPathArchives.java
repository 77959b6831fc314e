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

@Path("/critical-paths")
@RolesAllowed(Role.MEMBERS)
class CriticalPathArchives {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Path("/{id}/archive")
    @Transactional
    public Response create(long id) {
        var path = CriticalPath.changing(id);
        path.archive(viewer.person(), viewer.now());
        flash.notice(path.name + " is archived. Its services stay as they are.");
        return Pages.seeOther(path.address());
    }

    @POST
    @Path("/{id}/return")
    @Transactional
    public Response remove(long id) {
        var path = CriticalPath.changing(id);
        path.bringBack(viewer.person(), viewer.now());
        flash.notice(path.name + " is back.");
        return Pages.seeOther(path.address());
    }
}
