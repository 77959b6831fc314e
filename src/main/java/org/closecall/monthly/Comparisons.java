package org.closecall.monthly;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.YearMonth;
import java.util.List;
import org.closecall.catalog.Team;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

/** Any two months or quarters, side by side. */
@Path("/reliability/reviews")
class Comparisons {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Comparison comparison, Team team, String teamId, List<Option> periods, List<Option> teams);
    }

    @Inject
    Viewer viewer;

    /** Nothing asked for is the last two whole months. */
    @GET
    @Path("/comparison")
    public TemplateInstance show(@RestQuery String was, @RestQuery String is, @RestQuery String team) {
        var last = ReviewPeriod.month(YearMonth.from(Scoped.today(viewer)).minusMonths(1));
        var of = Scoped.team(team);
        return Templates.show(Comparison.of(Typed.given(was) ? ReviewPeriod.of(was) : last.previous(), Typed.given(is) ? ReviewPeriod.of(is) : last, of, viewer), of, of == null ? "" : of.id.toString(),
                PreparationForm.periods(Scoped.today(viewer)), PreparationForm.teams());
    }
}
