package org.closecall.monthly;

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
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Option;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;

/** Putting an occurrence on the list of a review, or taking it off. */
@Path("/reliability/reviews")
@RolesAllowed(Role.MEMBERS)
class NotableChoices {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(MonthlyReview review, Listing listed, List<NotableChoice> choices, String rule, NotableForm form, List<Option> ways, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    @Path("/{id}/notable")
    public TemplateInstance index(long id) {
        return page(MonthlyReview.shown(id), NotableForm.blank(), Errors.none());
    }

    @POST
    @Path("/{id}/notable")
    @Transactional
    public Response create(long id, NotableForm form) {
        var review = MonthlyReview.changing(id);
        var occurrence = form.occurrence();
        var errors = form.check(occurrence);
        if (review.frozen()) {
            return Pages.conflict(page(review, form, errors.add("number", "The review is frozen: the list stays as it is")));
        }
        if (errors.any()) {
            return Pages.invalid(page(review, form, errors));
        }
        NotableChoice.choose(review, occurrence, form.on(), Typed.line(form.reason()), viewer.person(), viewer.now());
        flash.notice("#" + occurrence.number + (form.on() ? " is on the list." : " is off the list."));
        return Pages.seeOther(review.path() + "/notable");
    }

    private TemplateInstance page(MonthlyReview review, NotableForm form, Errors errors) {
        var scope = Scoped.of(review.time(), review.team, viewer.now());
        return Templates.index(review, Notables.of(review.time(), scope, review), NotableChoice.of(review), Notables.RULE, form, List.of(Option.of("true", "Put it on the list"), Option.of("false", "Take it off")), errors);
    }
}
