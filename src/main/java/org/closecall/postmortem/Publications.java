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
        static native TemplateInstance blank(Postmortem postmortem, Checklist checklist, String because, String note, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    @Path("/publication")
    public Response blank(long number) {
        var postmortem = Postmortem.there(Occurrence.numbered(number));
        return upToDate(postmortem) ? Pages.seeOther(postmortem.path())
                : Pages.page(200, Templates.blank(postmortem, Checklist.of(postmortem), "", "", Errors.none()));
    }

    /** Sent twice, it is published once: there is nothing new the second time. */
    @POST
    @Path("/publication")
    @Transactional
    public Response create(long number, @RestForm String because, @RestForm String note) {
        var postmortem = Postmortem.editing(Occurrence.adding(number));
        if (upToDate(postmortem)) {
            return Pages.seeOther(postmortem.path());
        }
        var checklist = Checklist.of(postmortem);
        var reason = Texts.clean(because).strip();
        var changed = Texts.clean(note).strip();
        var errors = check(checklist, reason, changed);
        if (errors.any()) {
            return Pages.invalid(Templates.blank(postmortem, checklist, reason, changed, errors));
        }
        postmortem.publish(checklist.holds() ? null : reason, changed, viewer.person(), viewer.now());
        flash.notice(postmortem.publication.name() + " is published. Everybody can read it; what you write from now on they see when it is published again.");
        return Pages.seeOther(postmortem.path());
    }

    private static boolean upToDate(Postmortem postmortem) {
        return postmortem.published() && postmortem.publication.upToDate();
    }

    private static Errors check(Checklist checklist, String reason, String changed) {
        var errors = Errors.none();
        if (!checklist.holds() && reason.isEmpty()) {
            errors.add("because", "Something is still missing: write it, or say why it is published without");
        }
        TemplateForm.atMost(errors, "because", reason, LONGEST_REASON);
        TemplateForm.atMost(errors, "note", changed, LONGEST_REASON);
        return errors;
    }
}
