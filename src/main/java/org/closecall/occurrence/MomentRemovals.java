package org.closecall.occurrence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.people.Role;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** Takes the latest change of a moment back: it is what it was before. */
@Path("/occurrences/{number}/moments/{name}/removal")
@RolesAllowed(Role.MEMBERS)
class MomentRemovals {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Transactional
    public Response create(long number, String name) {
        var moment = MomentName.ofPath(name);
        if (moment == null) {
            throw new NotFoundException();
        }
        var occurrence = Occurrence.adding(number);
        var before = moment.before(occurrence);
        if (before != null && moment.mark(occurrence, before, viewer.person(), viewer.now())) {
            flash.notice(moment.label(occurrence.kind) + " is what it was before.");
        } else {
            flash.notice("Nothing was taken back: " + moment.label(occurrence.kind).toLowerCase() + " has been changed by other means since.");
        }
        return Pages.seeOther("/occurrences/" + number);
    }
}
