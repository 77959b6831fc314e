package org.closecall.postmortem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Role;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.closecall.web.WordDiff;
import org.jboss.resteasy.reactive.RestForm;

/** What a browser kept of a text against what is saved. Writes nothing; 204 when there is nothing to offer, since it was saved once. */
@Path("/occurrences/{number}/postmortem")
@RolesAllowed(Role.MEMBERS)
class Copies {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(String label, Instant at, WordDiff diff);
    }

    @Inject
    Viewer viewer;

    /** at is when it was typed, as browsers count it. */
    @POST
    @Path("/sections/{key}/copy")
    @Transactional
    public Response create(long number, String key, @RestForm String text, @RestForm String at) {
        var postmortem = Postmortem.there(Occurrence.numbered(number));
        var slot = Slot.text(postmortem, key, viewer.person(), viewer.now());
        var copy = Texts.clean(text);
        if (copy.equals(slot.saved().get()) || Revision.text(postmortem, key, Texts.stamp(copy)) != null) {
            return Response.noContent().build();
        }
        var typed = Typed.id(at);
        return Pages.page(200, Templates.show(slot.label(), typed == null ? viewer.now() : Instant.ofEpochMilli(typed), WordDiff.of(copy, slot.saved().get())));
    }
}
