package org.closecall.postmortem;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Role;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** Back to a draft. */
@Path("/occurrences/{number}/postmortem")
@RolesAllowed(Role.MEMBERS)
class Withdrawals {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Path("/withdrawal")
    @Transactional
    public Response create(long number) {
        var postmortem = Postmortem.editing(Occurrence.adding(number));
        if (postmortem.published()) {
            postmortem.withdraw(viewer.person(), viewer.now());
            flash.notice("It is a draft again: only members can read it.");
        }
        return Pages.seeOther(postmortem.path() + "/edit");
    }
}
