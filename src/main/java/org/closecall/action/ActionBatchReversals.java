package org.closecall.action;

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

/** Takes back what was changed together, as far as it still stands. Sent twice, the second changes nothing. */
@Path("/action-batches")
@RolesAllowed(Role.MEMBERS)
class ActionBatchReversals {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Path("/{id}/reversal")
    @Transactional
    public Response create(long id) {
        var batch = ActionBatch.undoing(id);
        var kept = batch.undo(viewer.person(), viewer.now()) ? ActionBatchLine.kept(batch) : null;
        if (kept == null) {
            flash.notice("This was taken back before.");
        } else if (batch.board != null) {
            flash.notice(kept.isEmpty() ? "It is back where it was." : "Not all is back: " + kept);
        }
        return Pages.seeOther(batch.board == null ? "/action-batches/" + id : "/actions" + ActionFilter.of(batch.board).query());
    }
}
