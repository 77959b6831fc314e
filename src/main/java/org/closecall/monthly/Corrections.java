package org.closecall.monthly;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.people.Role;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** Saying below a frozen review what was wrong in it. */
@Path("/reliability/reviews")
@RolesAllowed(Role.MEMBERS)
class Corrections {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Path("/{id}/corrections")
    @Transactional
    public Response create(long id, CorrectionForm form) {
        var review = MonthlyReview.changing(id);
        var errors = form.check(review);
        if (errors.any()) {
            return Pages.invalid(MonthlyPages.refused(review, viewer, form, errors));
        }
        var use = FormKey.use(form.key(), form, viewer.person());
        if (use.changed()) {
            return Pages.conflict(MonthlyPages.refused(review, viewer, form.again(), errors.add("correction", "Sent before with other words, which stand above. Send again to add these")));
        }
        if (!use.repeated()) {
            Correction.add(review, form.text(), viewer.person(), viewer.now());
            FormKey.used(form.key(), form, viewer.person(), review.address(), viewer.now());
            flash.notice("The correction is added. What was frozen stays as it is.");
        }
        return Pages.seeOther(review.address() + "#corrections");
    }
}
