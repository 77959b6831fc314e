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

/** Who is asked for a review of a postmortem. */
@Path("/occurrences/{number}/postmortem")
@RolesAllowed(Role.MEMBERS)
class Reviews {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Postmortem postmortem, ReviewForm form, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    @Path("/review")
    public TemplateInstance show(long number) {
        return Templates.show(Postmortem.there(Occurrence.numbered(number)), ReviewForm.blank(), Errors.none());
    }

    /** Whoever is asked already is asked once. */
    @POST
    @Path("/review")
    @Transactional
    public Response create(long number, ReviewForm form) {
        var postmortem = Postmortem.editing(Occurrence.adding(number));
        var errors = form.check();
        if (errors.any()) {
            return Pages.invalid(Templates.show(postmortem, form, errors));
        }
        form.people().forEach(person -> ReviewInvitation.ask(postmortem, person, form.word(), viewer.person(), viewer.now()));
        flash.notice("Asked. It waits on their desks.");
        return back(postmortem);
    }

    @POST
    @Path("/review/invitations/{id}/removal")
    @Transactional
    public Response remove(long number, long id) {
        var postmortem = Postmortem.editing(Occurrence.adding(number));
        ReviewInvitation.open(postmortem, id).takeBack(viewer.person(), viewer.now());
        return back(postmortem);
    }

    /** Nobody is asked any longer: a draft again. */
    @POST
    @Path("/review/removal")
    @Transactional
    public Response remove(long number) {
        var postmortem = Postmortem.editing(Occurrence.adding(number));
        ReviewInvitation.open(postmortem.id).forEach(invitation -> invitation.takeBack(viewer.person(), viewer.now()));
        flash.notice("Nobody is asked any longer. What was said stays.");
        return back(postmortem);
    }

    private static Response back(Postmortem postmortem) {
        return Pages.seeOther(postmortem.path() + "/review");
    }
}
