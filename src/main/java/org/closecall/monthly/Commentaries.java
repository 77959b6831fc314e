package org.closecall.monthly;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.people.Role;
import org.closecall.postmortem.Clash;
import org.closecall.postmortem.Texts;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** Writing to the parts of a review: on one page, all of them at once, like a postmortem. */
@Path("/reliability/reviews")
@RolesAllowed(Role.MEMBERS)
class Commentaries {

    @CheckedTemplate
    static class Templates {
        /** frozen: nothing can be saved any more, and what was typed stays in view. */
        static native TemplateInstance edit(MonthlyReview review, CommentaryForm form, List<Part> parts, Errors errors);

        /** editing: the key of the text that is to be edited with both versions in view, or empty. */
        static native TemplateInstance clash(MonthlyReview review, List<Clash> clashes, String editing);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    @Path("/{id}/commentary")
    public TemplateInstance edit(long id) {
        var review = MonthlyReview.shown(id);
        return Templates.edit(review, CommentaryForm.of(review), Part.all(), Errors.none());
    }

    @POST
    @Path("/{id}/commentary")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response update(long id, MultivaluedMap<String, String> sent) {
        var review = MonthlyReview.changing(id);
        var form = CommentaryForm.of(review, sent);
        var errors = form.check();
        if (errors.any()) {
            return Pages.invalid(Templates.edit(review, form, Part.all(), errors));
        }
        if (review.frozen()) {
            return form.changed().isEmpty() ? Pages.seeOther(review.address()) : Pages.conflict(Templates.edit(review, form, Part.all(), errors));
        }
        var clashes = new Commentary(review, viewer.person(), viewer.now()).write(form, sent);
        if (!clashes.isEmpty()) {
            var choice = Texts.orEmpty(sent.getFirst("choice"));
            return Pages.conflict(Templates.clash(review, clashes, choice.startsWith("edit.") ? choice.substring(5) : ""));
        }
        flash.notice("Saved.");
        return Pages.seeOther(review.address() + Texts.orEmpty(sent.getFirst("part")).replaceAll("[^a-z]", "").replaceFirst("^(?=.)", "#"));
    }
}
