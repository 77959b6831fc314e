package org.closecall.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

@Path("/admin/people")
@RolesAllowed(Role.ADMINISTRATORS)
class Reactivations {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Path("/{id}/reactivation")
    @Transactional
    public Response create(long id) {
        var access = Access.of(id);
        access.reactivate(viewer.person(), viewer.now());
        flash.notice(access.person().name + " may sign in again, with the password of before.");
        return Pages.seeOther(People.ADDRESS);
    }
}
