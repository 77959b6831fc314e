package org.closecall.postmortem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Role;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestQuery;

/** The versions of one text: any two compared, any one brought back. They hold drafts, so members alone may read them. */
@Path("/occurrences/{number}/postmortem")
@RolesAllowed(Role.MEMBERS)
class Revisions {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(Postmortem postmortem, TextVersions versions);
    }

    @GET
    @Path("/sections/{key}/revisions")
    public TemplateInstance index(long number, String key, @RestQuery String from, @RestQuery String to, @RestQuery String before) {
        var postmortem = Postmortem.there(Occurrence.numbered(number));
        var slot = Slot.text(postmortem, key, null, null);
        return Templates.index(postmortem, TextVersions.of(postmortem, slot, Typed.id(from), Typed.id(to), Typed.id(before)));
    }
}
