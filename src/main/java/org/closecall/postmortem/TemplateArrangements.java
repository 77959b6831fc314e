package org.closecall.postmortem;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Pages;
import org.closecall.web.Typed;

/** Moves, adds and leaves out parts on the form of a template. Nothing is saved: the form comes back as it would be. */
@Path("/admin/templates")
@RolesAllowed(Role.ADMINISTRATORS)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class TemplateArrangements {

    @POST
    @Path("/arrangements")
    @Transactional
    public Response create(MultivaluedMap<String, String> fields) {
        var form = TemplateForm.of(fields).arranged(fields.getFirst("move"));
        var template = Typed.found(form.id(), id -> PostmortemTemplate.found(id));
        return Pages.page(Response.Status.OK.getStatusCode(), PostmortemTemplates.page(form, template, Errors.none(), null, null));
    }
}
