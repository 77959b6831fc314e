package org.closecall.action;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.monthly.MonthlyReview;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

/** Making an action of what a monthly review decides. */
@Path("/reliability/reviews")
@RolesAllowed(Role.MEMBERS)
class ReviewDecisions {

    private static final String FROZEN = "The review is frozen: what is decided now is an action of its own";

    @CheckedTemplate
    static class Templates {
        /** earlier is where the form's first sending led, when it now says something else. */
        static native TemplateInstance blank(MonthlyReview review, ActionForm form, Errors errors, Choices choices, String earlier);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @GET
    @Path("/{id}/decisions/new")
    public TemplateInstance blank(long id, @RestQuery String aim) {
        var review = MonthlyReview.shown(id);
        var form = ActionDraft.blank(null, Origin.MONTHLY_REVIEW, aim).form("", viewer.today());
        return Templates.blank(review, form, Errors.none(), choices(), null);
    }

    @POST
    @Path("/{id}/decisions")
    @Transactional
    public Response create(long id, ActionForm form) {
        var review = MonthlyReview.changing(id);
        var choices = choices();
        var errors = form.check(Errors.of(validator.validate(form)), null, viewer.today(), choices);
        if (errors.any()) {
            return Pages.invalid(Templates.blank(review, form, errors, choices, null));
        }
        var use = FormKey.use(form.key(), form, viewer.person());
        if (use.repeated()) {
            return Pages.seeOther(review.address() + "#decisions");
        }
        if (use.changed() || review.frozen()) {
            return Pages.conflict(Templates.blank(review, form.again(), review.frozen() ? errors.add("title", FROZEN) : errors, choices, use.location()));
        }
        return decided(review, form);
    }

    private Response decided(MonthlyReview review, ActionForm form) {
        var action = form.born(new ActionItem(), false);
        action.origin = Origin.MONTHLY_REVIEW;
        action.originText = review.label();
        action.monthlyReview = review;
        action.add(null, viewer.person(), viewer.now());
        FormKey.used(form.key(), form, viewer.person(), "/actions/" + action.id, viewer.now());
        flash.notice("The decision is an action now.");
        return Pages.seeOther(review.address() + "#decisions");
    }

    private Choices choices() {
        return Choices.forForm(null, null, viewer.today());
    }
}
