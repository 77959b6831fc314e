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

/** Brings a removed record back, but not one that was merged: what it held is elsewhere. May be sent twice. */
@Path("/occurrences/{number}/restoration")
@RolesAllowed(Role.MEMBERS)
class Restorations {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Transactional
    public Response create(long number) {
        var occurrence = Occurrence.editing(number);
        if (occurrence.mergedInto != null) {
            return Pages.seeOther("/occurrences/" + number);
        } else if (occurrence.removed()) {
            occurrence.restore(viewer.person(), viewer.now());
        }
        flash.notice("#" + number + " is back.");
        return Pages.seeOther("/occurrences/" + number);
    }
}
