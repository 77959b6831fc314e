package org.closecall.prevention;

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
import org.jboss.resteasy.reactive.RestPath;

/** Out of every list and figure, and back. */
@Path("/prevention/removals")
@RolesAllowed(Role.MEMBERS)
class PreventionRemovals {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Path("/{kind}/{id}")
    @Transactional
    public Response create(@RestPath String kind, @RestPath long id) {
        var record = PreventionKind.ofPath(kind).changing(id);
        record.remove(viewer.person(), viewer.now());
        flash.undoable("“" + record.title() + "” is removed from lists and figures.", "/prevention/removals/" + kind + "/" + id + "/undo");
        return Pages.seeOther(record.kind().address());
    }

    @POST
    @Path("/{kind}/{id}/undo")
    @Transactional
    public Response remove(@RestPath String kind, @RestPath long id) {
        var record = PreventionKind.ofPath(kind).changing(id);
        record.restore(viewer.person(), viewer.now());
        flash.notice("“" + record.title() + "” is back.");
        return Pages.seeOther(record.address());
    }
}
