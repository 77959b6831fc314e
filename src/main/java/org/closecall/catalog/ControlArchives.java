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
@RolesAllowed(Role.ADMINISTRATORS)
class ControlArchives {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Path("/{id}/archive")
    @Transactional
    public Response create(long id) {
        var control = Control.changing(id);
        control.archive(viewer.person(), viewer.now());
        flash.notice(control.name + " is archived. Records that name it keep it.");
        return Pages.seeOther("/controls");
    }

    @POST
    @Path("/{id}/return")
    @Transactional
    public Response remove(long id) {
        var control = Control.changing(id);
        control.bringBack(viewer.person(), viewer.now());
        flash.notice(control.name + " is back in its layer.");
        return Pages.seeOther("/controls");
    }
}
