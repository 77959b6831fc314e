package org.closecall.postmortem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Role;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** A page that somebody is at work in says so now and then, and hears who else is, and what they saved. */
@Path("/occurrences/{number}/postmortem")
@RolesAllowed(Role.MEMBERS)
class Presences {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance others(List<Presence> others, List<Taken> taken);
    }

    @Inject
    Viewer viewer;

    @POST
    @Path("/presence")
    @Transactional
    public Response create(long number, MultivaluedMap<String, String> form) {
        var postmortem = Postmortem.there(Occurrence.numbered(number));
        var writing = form.getFirst("writing");
        var known = Slot.of(postmortem, null, null).stream().anyMatch(slot -> slot.key().equals(writing));
        Presence.here(postmortem, known ? writing : null, viewer.person(), viewer.now());
        return Pages.page(200, Templates.others(postmortem.others(viewer.person(), viewer.now()), Taken.of(postmortem, form, viewer.person())));
    }
}
