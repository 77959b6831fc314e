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

@Path("/admin/invitations")
@RolesAllowed(Role.ADMINISTRATORS)
class Withdrawals {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Path("/{id}/withdrawal")
    @Transactional
    public Response create(long id) {
        var invitation = Invitation.changing(id);
        flash.notice(invitation.withdraw(viewer.person(), viewer.now())
                ? "The invitation of " + invitation.name + " is withdrawn. Its link no longer works."
                : "The invitation of " + invitation.name + " was used or withdrawn before.");
        return Pages.seeOther(People.ADDRESS);
    }
}
