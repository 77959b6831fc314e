package org.closecall.postmortem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.closecall.people.Role;

/** What a template asked for at one time. */
@Path("/admin/templates")
@RolesAllowed(Role.ADMINISTRATORS)
class TemplateVersions {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(TemplateVersion version);
    }

    @GET
    @Path("/{id}/versions/{number}")
    public TemplateInstance show(long id, int number) {
        return Templates.show(TemplateVersion.of(id, number));
    }
}
