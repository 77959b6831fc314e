package org.closecall.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** A new link for an invitation whose link got lost: it was shown once and is kept nowhere. */
@Path("/admin/invitations")
@RolesAllowed(Role.ADMINISTRATORS)
class InvitationLinks {

    @Inject
    Viewer viewer;

    @Inject
    OneTimeLink link;

    @POST
    @Path("/{id}/link")
    @Transactional
    public Response create(long id) {
        var invitation = Invitation.changing(id);
        if (!invitation.waiting()) {
            throw new NotFoundException();
        }
        link.keep(invitation.renew(viewer.person(), viewer.now()));
        return Pages.seeOther(People.ADDRESS);
    }
}
