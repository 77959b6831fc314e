package org.closecall.postmortem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** All comments on a postmortem. They are also shown beside what they are about. */
@Path("/occurrences/{number}/postmortem")
@RolesAllowed(Role.MEMBERS)
class Comments {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(Postmortem postmortem, CommentForm form, Errors errors);
    }

    @Inject
    Viewer viewer;

    /** on: what the next one is about, as the page that leads here knows. */
    @GET
    @Path("/comments")
    public TemplateInstance index(long number, @RestQuery String on) {
        return Templates.index(Postmortem.there(Occurrence.numbered(number)), CommentForm.blank(on), Errors.none());
    }

    @POST
    @Path("/comments")
    @Transactional
    public Response create(long number, CommentForm form) {
        var postmortem = Postmortem.editing(Occurrence.adding(number));
        var errors = form.check(postmortem);
        if (errors.any()) {
            return Pages.invalid(Templates.index(postmortem, form, errors));
        }
        var used = FormKey.use(form.key(), form, viewer.person());
        if (used.repeated()) {
            return Pages.seeOther(used.location());
        }
        var comment = comment(postmortem, form).write(postmortem, viewer.person(), viewer.now());
        var there = back(postmortem, form.back(), comment);
        FormKey.used(form.key(), form, viewer.person(), there, viewer.now());
        return Pages.seeOther(there);
    }

    @POST
    @Path("/comments/{id}/resolution")
    @Transactional
    public Response resolve(long number, long id, @RestForm String back) {
        var comment = ReviewComment.of(Postmortem.editing(Occurrence.adding(number)), id);
        comment.resolve(viewer.person(), viewer.now());
        return Pages.seeOther(back(comment.postmortem, back, comment));
    }

    @POST
    @Path("/comments/{id}/reopening")
    @Transactional
    public Response reopen(long number, long id, @RestForm String back) {
        var comment = ReviewComment.of(Postmortem.editing(Occurrence.adding(number)), id);
        comment.reopen(viewer.person(), viewer.now());
        return Pages.seeOther(back(comment.postmortem, back, comment));
    }

    /** An answer is about what the comment is about. */
    private static ReviewComment comment(Postmortem postmortem, CommentForm form) {
        var comment = new ReviewComment();
        comment.text = form.comment();
        comment.place = Texts.orNull(form.on());
        if (!form.answers().isEmpty()) {
            comment.answered = Typed.found(form.answers(), id -> ReviewComment.of(postmortem, id));
            if (comment.answered == null) {
                throw new NotFoundException();
            }
            comment.place = comment.answered.place;
        }
        return comment;
    }

    private static String back(Postmortem postmortem, String back, ReviewComment comment) {
        return (Texts.orEmpty(back).isEmpty() ? postmortem.path() + "/comments" : Pages.inside(back)) + "#" + comment.anchor();
    }
}
