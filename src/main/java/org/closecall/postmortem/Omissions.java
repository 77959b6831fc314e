package org.closecall.postmortem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Role;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** What appears of the timeline, as the page saves it by itself, with the same fields as the form. */
@Path("/occurrences/{number}/postmortem")
@RolesAllowed(Role.MEMBERS)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class Omissions {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance saved();
    }

    @Inject
    Viewer viewer;

    @POST
    @Path("/omissions")
    @Transactional
    public Response create(long number, MultivaluedMap<String, String> form) {
        var postmortem = Postmortem.editing(Occurrence.adding(number));
        if (!viewer.person().id.toString().equals(form.getFirst("as"))) {
            return Autosaves.another();
        }
        LineChoices.take(form, new Saving(postmortem, viewer.person(), viewer.now()));
        return Pages.page(200, Templates.saved());
    }
}
