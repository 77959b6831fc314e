package org.closecall.wording;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.closecall.people.Role;
import org.jboss.resteasy.reactive.RestForm;

/** The hints on a text that is being written. Sent, because a text is too long for an address; nothing is kept. */
@Path("/wording-checks")
@RolesAllowed(Role.MEMBERS)
class WordingChecks {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(String field, List<Advice> advice, boolean insertable);
    }

    @Inject
    WordingHelp wording;

    @POST
    @Transactional
    public TemplateInstance create(@RestForm String field, @RestForm String text, @RestForm String reads) {
        var action = Where.ACTIONS.name().equals(reads);
        return Templates.show(field, action ? wording.inAction(text) : wording.inText(text), !action);
    }
}
