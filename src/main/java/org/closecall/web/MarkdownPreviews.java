package org.closecall.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.closecall.people.Role;
import org.jboss.resteasy.reactive.RestForm;

/** A text as it will be read, while it is written. */
@Path("/markdown-previews")
@RolesAllowed(Role.MEMBERS)
class MarkdownPreviews {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(String text);
    }

    @POST
    @Transactional
    public TemplateInstance create(@RestForm String text) {
        return Templates.show(text == null ? "" : text);
    }
}
