package org.closecall.action;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.closecall.people.Role;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** Puts an action into another column of the board, and can take that back. What is refused is back where it was, with the reason. */
@Path("/actions")
@RolesAllowed(Role.MEMBERS)
class Placements {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Path("/{id}/placement")
    @Transactional
    public Response create(long id, PlacementForm form) {
        var action = ActionItem.changing(id);
        var board = form.board();
        if (!form.elsewhere()) {
            return Pages.seeOther("/actions" + board.query());
        }
        var placement = Placement.of(action, form, viewer.person());
        if (placement.refusal() != null) {
            return Pages.conflict(Actions.Templates.board(Board.of(board, "“" + action.title + "” stays where it is: " + placement.refusal() + ".", viewer), Choices.forFilter()));
        }
        if (placement.page() != null) {
            return Pages.seeOther(placement.page());
        }
        var batch = ActionBatch.carryOut(placement.change(), Map.of(id, action.version), board.query(), viewer.person(), viewer.now(), viewer.today());
        flash.undoable("“" + action.title + "”: " + batch.asked, "/action-batches/" + batch.id + "/reversal");
        return Pages.seeOther("/actions" + board.query());
    }
}
