package org.closecall.review;

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
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

/** Not needed, because … */
@Path("/occurrences/{number}/postmortem")
@RolesAllowed(Role.MEMBERS)
class PostmortemExemptions {

    private static final int LONGEST = 2_000;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance blank(Occurrence occurrence, String because, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    @Path("/exemption")
    public TemplateInstance blank(long number) {
        return Templates.blank(Occurrence.numbered(number), "", Errors.none());
    }

    /** Sent twice, or by two at once, the first reason stands. */
    @POST
    @Path("/exemption")
    @Transactional
    public Response create(long number, @RestForm String because) {
        var occurrence = Occurrence.adding(number);
        var errors = Errors.none();
        if (!Typed.given(because)) {
            errors.add("because", "Say why: others will wonder");
        } else if (because.length() > LONGEST) {
            errors.add("because", "At most 2,000 characters");
        }
        if (errors.any()) {
            return Pages.invalid(Templates.blank(occurrence, because, errors));
        }
        if (PostmortemExemption.of(occurrence) == null) {
            PostmortemExemption.say(occurrence, Typed.orNull(because.replace("\0", "")), viewer.person(), viewer.now());
            flash.notice("No postmortem is owed any more. The record says why.");
        }
        return Pages.seeOther(record(occurrence));
    }

    @POST
    @Path("/exemption/removal")
    @Transactional
    public Response remove(long number) {
        var occurrence = Occurrence.adding(number);
        var standing = PostmortemExemption.of(occurrence);
        if (standing != null) {
            standing.takeBack(viewer.person(), viewer.now());
            flash.notice("Taken back: the policy counts again.");
        }
        return Pages.seeOther(record(occurrence));
    }

    private static String record(Occurrence occurrence) {
        return "/occurrences/" + occurrence.number + "#postmortem";
    }
}
