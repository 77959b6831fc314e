package org.closecall.postmortem;

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

@Path("/admin/templates")
@RolesAllowed(Role.ADMINISTRATORS)
class TemplateArchives {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Path("/{id}/archive")
    @Transactional
    public Response create(long id) {
        var template = PostmortemTemplate.changing(id);
        if (template.last()) {
            flash.notice("“" + template.name + "” stays: it is the only one left to write with.");
        } else {
            template.archive(viewer.person(), viewer.now());
            flash.notice("“" + template.name + "” is archived. What is written with it goes on as before.");
        }
        return Pages.seeOther("/admin/templates");
    }

    @POST
    @Path("/{id}/return")
    @Transactional
    public Response remove(long id) {
        var template = PostmortemTemplate.changing(id);
        template.bringBack(viewer.person(), viewer.now());
        flash.notice("“" + template.name + "” can be chosen again.");
        return Pages.seeOther("/admin/templates");
    }
}
