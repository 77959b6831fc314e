package org.closecall.occurrence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.closecall.people.Role;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** Brings back what was last taken back of a paste. May be sent twice. */
@Path("/occurrences/{number}/pastes/{paste}/restoration")
@RolesAllowed(Role.MEMBERS)
class PasteRestorations {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Transactional
    public Response create(long number, UUID paste) {
        var occurrence = Occurrence.adding(number);
        var entries = TimelineEntry.pasted(occurrence, paste);
        if (entries.isEmpty()) {
            throw new NotFoundException();
        }
        var restored = TimelineEntry.bringBack(occurrence, entries, viewer.person(), viewer.now());
        flash.undoable(TimelineEntry.counted(restored) + " back.", "/occurrences/" + number + "/pastes/" + paste + "/removal");
        return Pages.seeOther("/occurrences/" + number + "#timeline");
    }
}
