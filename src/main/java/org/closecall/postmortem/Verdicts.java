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

/** What a reviewer says in the end, or for now. */
@Path("/occurrences/{number}/postmortem")
@RolesAllowed(Role.MEMBERS)
class Verdicts {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance blank(Postmortem postmortem, VerdictForm form, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    @Path("/verdict")
    public TemplateInstance blank(long number) {
        var postmortem = Postmortem.there(Occurrence.numbered(number));
        var invitation = ReviewInvitation.of(postmortem, viewer.person());
        return Templates.blank(postmortem, VerdictForm.of(invitation == null ? null : ReviewVerdict.latest(invitation)), Errors.none());
    }

    /** Whoever reviews without having been asked asks themselves. */
    @POST
    @Path("/verdict")
    @Transactional
    public Response create(long number, VerdictForm form) {
        var postmortem = Postmortem.editing(Occurrence.adding(number));
        var errors = form.check();
        if (errors.any()) {
            return Pages.invalid(Templates.blank(postmortem, form, errors));
        }
        var me = viewer.person();
        if (ReviewInvitation.of(postmortem, me) == null) {
            ReviewInvitation.ask(postmortem, me, "", me, viewer.now());
        }
        ReviewInvitation.of(postmortem, me).say(form.chosen(), form.text(), viewer.now());
        flash.notice("Thank you. You may change your mind until it is published.");
        return Pages.seeOther(postmortem.path() + "/review");
    }
}
