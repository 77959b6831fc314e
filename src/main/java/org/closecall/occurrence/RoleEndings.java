package org.closecall.occurrence;

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

/** A role that nobody holds any more. May be sent twice. */
@Path("/occurrences/{number}/roles/{id}/ending")
@RolesAllowed(Role.MEMBERS)
class RoleEndings {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Transactional
    public Response create(long number, long id) {
        var occurrence = Occurrence.adding(number);
        var role = OccurrenceRole.of(occurrence, id);
        role.end(viewer.person(), viewer.now());
        flash.notice("Nobody is " + role.role.toLowerCase() + " now.");
        return Pages.seeOther("/occurrences/" + occurrence.number + "/roles");
    }
}
