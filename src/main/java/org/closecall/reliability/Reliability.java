package org.closecall.reliability;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/")
class Reliability {

    @CheckedTemplate
    static class Templates {
        /** against: beside which period the figures are shown; null: none. */
        static native TemplateInstance show(Heading heading, boolean empty, Shown.Page page, Chapter against, RawString form, ZoneId zone);

        static native TemplateInstance form(ScopeForm form);

        static native TemplateInstance numbers(String title, Dashboard dashboard, boolean remarks);

        static native TemplateInstance chapters(Figures figures, Dashboard dashboard, String json);
    }

    @Inject
    Viewer viewer;

    @GET
    @Path("/reliability")
    public TemplateInstance show(Asked asked, Looks looks, @RestQuery String compare) {
        var scope = Scope.of(asked, viewer).toTheMinute();
        var against = Against.of(compare);
        var asOf = AsOf.now();
        var shown = Shown.of(scope, looks, asOf);
        var figures = shown.figures();
        var heading = Heading.of(scope, figures).comparing((against == null ? "" : "&compare=" + against.value()) + looks.query());
        return Templates.show(heading, shown.nothing(), shown.page(heading, viewer.member()), against == null ? null : against.chapter(scope), shown.form(scope, against, looks, asOf), scope.zone());
    }

    /** The same figures, for programs. */
    @GET
    @Path("/reliability.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Figures json(Asked asked) {
        var scope = Scope.of(asked, viewer).toTheMinute();
        return Figures.of(scope, Facts.of(scope));
    }
}
