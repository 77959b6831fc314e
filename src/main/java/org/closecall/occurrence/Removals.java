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
import org.jboss.resteasy.reactive.RestForm;

/** Takes a record out of lists and figures. May be sent twice. */
@Path("/occurrences/{number}/removal")
@RolesAllowed(Role.MEMBERS)
class Removals {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Transactional
    public Response create(long number, @RestForm String reason) {
        var occurrence = Occurrence.editing(number);
        if (!occurrence.removed()) {
            occurrence.remove(reason, viewer.person(), viewer.now());
        }
        flash.notice("#" + number + " is removed from lists and figures. You can restore it here at any time.");
        return Pages.seeOther("/occurrences/" + number);
    }
}
