package org.closecall.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** Signs somebody out everywhere: a telephone was lost. */
@Path("/admin/people")
@RolesAllowed(Role.ADMINISTRATORS)
class ForcedEndings {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Path("/{id}/sign-out")
    @Transactional
    public Response create(long id) {
        var person = Person.found(id);
        var ended = Session.endOthers(person, null, viewer.now());
        AuditEntry.record(Deed.SESSIONS_ENDED, viewer.person(), person, ended + " of them", viewer.now());
        flash.notice(person.name + " is signed out everywhere.");
        return Pages.seeOther(Accounts.address(id));
    }
}
