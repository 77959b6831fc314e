package org.closecall.slo;

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

@Path("/prevention/slos")
@RolesAllowed(Role.MEMBERS)
class ObjectiveRetirements {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Path("/{id}/retirement")
    @Transactional
    public Response create(long id) {
        var objective = Objective.changing(id);
        objective.archive(viewer.person(), viewer.now());
        flash.notice(objective.name + " is retired: it takes no more samples and is in no figure.");
        return Pages.seeOther(objective.address());
    }

    @POST
    @Path("/{id}/retirement/removal")
    @Transactional
    public Response remove(long id) {
        var objective = Objective.changing(id);
        objective.bringBack(viewer.person(), viewer.now());
        flash.notice(objective.name + " is in use again.");
        return Pages.seeOther(objective.address());
    }
}
