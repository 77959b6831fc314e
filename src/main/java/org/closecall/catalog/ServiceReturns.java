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
class ServiceReturns {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Path("/{id}/return")
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response create(long id) {
        var service = Service.changing(id);
        service.bringBack(viewer.person(), viewer.now());
        flash.notice(service.name + " is back in the catalogue.");
        return Pages.seeOther(service.address());
    }
}
