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

/** Takes back what was pasted together, as far as it is still there. May be sent twice. */
@Path("/occurrences/{number}/pastes/{paste}/removal")
@RolesAllowed(Role.MEMBERS)
class PasteRemovals {

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
        var removed = TimelineEntry.takeBack(occurrence, entries, viewer.person(), viewer.now());
        flash.undoable(TimelineEntry.counted(removed) + " removed.", "/occurrences/" + number + "/pastes/" + paste + "/restoration");
        return Pages.seeOther("/occurrences/" + number + "#timeline");
    }
}
