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
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

/** All reviews there are, and preparing another. */
@Path("/reliability/reviews")
class MonthlyReviews {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(ReviewList list, PreparationForm form, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance index(@RestQuery String after) {
        return Templates.index(ReviewList.of(after, viewer), PreparationForm.blank(Scoped.today(viewer)), Errors.none());
    }

    /** Whoever comes second is led to what is there. */
    @POST
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response create(PreparationForm form) {
        var errors = form.check(Scoped.today(viewer), viewer.organisation().zone());
        if (errors.any()) {
            return Pages.invalid(Templates.index(ReviewList.of(null, viewer), form, errors));
        }
        var review = MonthlyReview.prepare(form.time(), form.of(), viewer.person(), viewer.now());
        flash.notice(viewer.now().equals(review.preparedAt) ? "The draft is ready. It shows the numbers as they are until somebody freezes it." : "It was prepared already.");
        return Pages.seeOther(review.address());
    }
}
