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
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

@Path("/occurrences/{number}/postmortem")
@RolesAllowed(Role.MEMBERS)
class Publications {

    private static final int LONGEST_REASON = 2_000;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance blank(Postmortem postmortem, Checklist checklist, String because, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    @Path("/publication")
    public Response blank(long number) {
        var postmortem = Postmortem.there(Occurrence.numbered(number));
        return postmortem.published() ? Pages.seeOther(postmortem.path())
                : Pages.page(200, Templates.blank(postmortem, Checklist.of(postmortem), "", Errors.none()));
    }

    /** Sent twice, it is published once. */
    @POST
    @Path("/publication")
    @Transactional
    public Response create(long number, @RestForm String because) {
        var postmortem = Postmortem.editing(Occurrence.adding(number));
        var checklist = Checklist.of(postmortem);
        var reason = Texts.clean(because).strip();
        var errors = check(checklist, reason);
        if (errors.any() && !postmortem.published()) {
            return Pages.invalid(Templates.blank(postmortem, checklist, reason, errors));
        }
        if (!postmortem.published()) {
            postmortem.publish(checklist.holds() ? null : reason, viewer.person(), viewer.now());
            flash.notice("Published. Everybody can read it now; it stays editable.");
        }
        return Pages.seeOther(postmortem.path());
    }

    private static Errors check(Checklist checklist, String reason) {
        var errors = Errors.none();
        if (!checklist.holds() && reason.isEmpty()) {
            errors.add("because", "Something is still missing: write it, or say why it is published without");
        }
        return reason.length() > LONGEST_REASON ? errors.add("because", "At most 2,000 characters") : errors;
    }
}
