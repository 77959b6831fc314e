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

/** Brings a removed line back. May be sent twice. */
@Path("/occurrences/{number}/timeline/{id}/restoration")
@RolesAllowed(Role.MEMBERS)
class EntryRestorations {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Transactional
    public Response create(long number, long id) {
        var entry = TimelineEntry.editing(Occurrence.adding(number), id);
        if (entry.removed()) {
            entry.restore(viewer.person(), viewer.now());
        }
        flash.notice("The entry is back.");
        return Pages.seeOther("/occurrences/" + number + "#timeline");
    }
}
