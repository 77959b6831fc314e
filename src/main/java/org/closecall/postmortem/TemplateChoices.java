package org.closecall.postmortem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

/** Writing a draft on with another template, or with what its own has become. What is published keeps what it was written with. */
@Path("/occurrences/{number}/postmortem")
@RolesAllowed(Role.MEMBERS)
class TemplateChoices {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance blank(Postmortem postmortem, List<Takeover> takeovers, String template, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    @Path("/template")
    public Response blank(long number) {
        var postmortem = Postmortem.there(Occurrence.numbered(number));
        return postmortem.published() ? Pages.seeOther(postmortem.path()) : Pages.page(200, page(postmortem, postmortem.template.choice(), Errors.none()));
    }

    @POST
    @Path("/template")
    @Transactional
    public Response create(long number, @RestForm String template) {
        var postmortem = Postmortem.editing(Occurrence.numbered(number));
        var chosen = TemplateVersion.chosen(template, TemplateVersion.inUse());
        if (chosen == null) {
            return Pages.invalid(page(postmortem, template, Errors.none().add("template", "Choose one of these")));
        }
        if (postmortem.published()) {
            flash.notice("It is published by now, and keeps the template it was written with.");
            return Pages.seeOther(postmortem.path());
        }
        if (!Takeover.of(postmortem, chosen).same()) {
            Takeover.of(postmortem, chosen).apply(viewer.person(), viewer.now());
            flash.notice("It is written with " + chosen.label() + " now. Everything that was written is still there.");
        }
        return Pages.seeOther(postmortem.path() + "/edit");
    }

    private static TemplateInstance page(Postmortem postmortem, String template, Errors errors) {
        return Templates.blank(postmortem, TemplateVersion.inUse().stream().map(other -> Takeover.of(postmortem, other)).toList(), template, errors);
    }
}
