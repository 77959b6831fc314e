package org.closecall.monthly;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** A person decides that a review is finished. From then on it reads the same for good. */
@Path("/reliability/reviews")
@RolesAllowed(Role.MEMBERS)
class Freezings {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    /** Sent twice, it is frozen once. */
    @POST
    @Path("/{id}/freezing")
    @Transactional
    public Response create(long id) {
        var review = MonthlyReview.changing(id);
        if (review.frozen()) {
            flash.notice("It was frozen already, by " + review.frozenBy.name + ".");
            return Pages.seeOther(review.address());
        }
        if (!review.time().over(Scoped.today(viewer))) {
            return Pages.invalid(MonthlyPages.refused(review, viewer, CorrectionForm.blank(), Errors.none().add("freeze", "It can be frozen when its last day is over")));
        }
        var scope = Scoped.of(review.time(), review.team, viewer.now());
        review.freeze(Document.now(review.time(), scope, review), viewer.person(), viewer.now());
        flash.notice("The review is frozen. It reads the same from now on.");
        return Pages.seeOther(review.address());
    }
}
