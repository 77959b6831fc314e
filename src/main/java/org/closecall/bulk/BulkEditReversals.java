package org.closecall.bulk;

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

/** Takes back a bulk edit as far as it still stands. Sent twice, the second changes nothing. */
@Path("/bulk-edits")
@RolesAllowed(Role.MEMBERS)
class BulkEditReversals {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Path("/{id}/reversal")
    @Transactional
    public Response create(long id) {
        if (!BulkEdit.undoing(id).undo(viewer.person(), viewer.now())) {
            flash.notice("This was taken back before.");
        }
        return Pages.seeOther("/bulk-edits/" + id);
    }
}
