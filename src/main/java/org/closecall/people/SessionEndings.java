package org.closecall.people;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** One's own sessions on other devices, such as one left signed in somewhere. */
@Path("/profile")
class SessionEndings {

    @Inject
    Viewer viewer;

    @Inject
    SecurityIdentity identity;

    @Inject
    Flash flash;

    @POST
    @Path("/sessions/endings")
    @Transactional
    public Response all() {
        var me = viewer.person();
        var ended = Session.endOthers(me, Sessions.digest(identity), viewer.now());
        if (ended > 0) {
            AuditEntry.record(Deed.SESSIONS_ENDED, me, null, ended == 1 ? "1 other" : ended + " others", viewer.now());
        }
        flash.notice(ended == 0 ? "You are signed in nowhere else." : ended == 1 ? "Your other session has ended." : "Your " + ended + " other sessions have ended.");
        return Pages.seeOther("/profile");
    }

    @POST
    @Path("/sessions/{id}/ending")
    @Transactional
    public Response create(long id) {
        var me = viewer.person();
        if (!Session.end(me, id, viewer.now())) {
            throw new NotFoundException();
        }
        AuditEntry.record(Deed.SESSIONS_ENDED, me, null, "1", viewer.now());
        flash.notice("That session has ended.");
        return Pages.seeOther("/profile");
    }
}
