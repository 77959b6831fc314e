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

/** The account stays, with all it did; nobody can sign in with it. */
@Path("/admin/people")
@RolesAllowed(Role.ADMINISTRATORS)
class Deactivations {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Path("/{id}/deactivation")
    @Transactional
    public Response create(long id) {
        var me = viewer.person();
        var access = Access.of(id);
        var errors = access.refuseLeaving(me);
        if (errors.any()) {
            return Pages.invalid(Accounts.page(access.person(), errors, viewer));
        }
        access.deactivate(me, viewer.now());
        flash.notice(access.person().name + " is deactivated and signed out everywhere.");
        return Pages.seeOther(People.ADDRESS);
    }
}
