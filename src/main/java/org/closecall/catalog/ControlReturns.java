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

@Path("/controls")
class ControlReturns {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Path("/{id}/return")
    @Transactional
    @RolesAllowed(Role.ADMINISTRATORS)
    public Response create(long id) {
        var control = Control.changing(id);
        control.bringBack(viewer.person(), viewer.now());
        flash.notice(control.name + " is back in its layer.");
        return Pages.seeOther("/controls");
    }
}
