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

/** What people do to an action besides editing it. Each may be sent twice: the second changes nothing and says nothing. */
@Path("/actions")
@RolesAllowed(Role.MEMBERS)
class Moves {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Path("/{id}/start")
    @Transactional
    public Response start(long id) {
        return moved(id, ActionItem.changing(id).start(viewer.person(), viewer.now()), "It is in progress.");
    }

    @POST
    @Path("/{id}/completion")
    @Transactional
    public Response complete(long id) {
        return moved(id, ActionItem.changing(id).complete(viewer.person(), viewer.now()), "It is done.");
    }

    @POST
    @Path("/{id}/reopening")
    @Transactional
    public Response reopen(long id) {
        return moved(id, ActionItem.changing(id).reopen(viewer.person(), viewer.now()), "It is open again.");
    }

    @POST
    @Path("/{id}/removal")
    @Transactional
    public Response remove(long id) {
        return moved(id, ActionItem.changing(id).remove(viewer.person(), viewer.now()), "It is removed from all lists. You can restore it here at any time.");
    }

    @POST
    @Path("/{id}/restoring")
    @Transactional
    public Response restore(long id) {
        return moved(id, ActionItem.changing(id).restore(viewer.person(), viewer.now()), "It is back.");
    }

    private Response moved(long id, boolean changed, String notice) {
        if (changed) {
            flash.notice(notice);
        }
        return Pages.seeOther("/actions/" + id);
    }
}
