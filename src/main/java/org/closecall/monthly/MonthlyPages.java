package org.closecall.monthly;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.closecall.catalog.Team;
import org.closecall.web.Errors;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

/** The review of a month or a quarter, at the address people know it by. Braces in the pattern would end it. */
@Path("/reliability/{period: \\d\\d\\d\\d-[0-9Q][0-9]}")
class MonthlyPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(ReviewPage page);

        /** Nobody has prepared it. */
        static native TemplateInstance blank(ReviewPeriod time, Team team, String teamId, String here, boolean begun, boolean recorded, boolean subscribed);
    }

    @Inject
    Viewer viewer;

    @GET
    public TemplateInstance show(String period, @RestQuery String team) {
        var time = ReviewPeriod.of(period);
        var of = Scoped.team(team);
        var review = MonthlyReview.of(time, of);
        return review == null ? Templates.blank(time, of, of == null ? "" : of.id.toString(), MonthlyReview.address(time, of), time.begun(Scoped.today(viewer)), time.recorded(viewer.organisation().zone()), ReviewSubscription.has(viewer.person(), of))
                : Templates.show(ReviewPage.of(review, viewer, CorrectionForm.blank(), Errors.none()));
    }

    /** The page again, with what is wrong. */
    static TemplateInstance refused(MonthlyReview review, Viewer viewer, CorrectionForm form, Errors errors) {
        return Templates.show(ReviewPage.of(review, viewer, form, errors));
    }
}
