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

@Path("/services")
@RolesAllowed(Role.MEMBERS)
class ServiceArchives {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Path("/{id}/archive")
    @Transactional
    public Response create(long id) {
        var service = Service.changing(id);
        service.archive(viewer.person(), viewer.now());
        flash.notice(service.name + " is archived. Its records stay as they are.");
        return Pages.seeOther(service.address());
    }

    @POST
    @Path("/{id}/return")
    @Transactional
    public Response remove(long id) {
        var service = Service.changing(id);
        service.bringBack(viewer.person(), viewer.now());
        flash.notice(service.name + " is back in the catalogue.");
        return Pages.seeOther(service.address());
    }
}
