package org.closecall.reliability;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/")
class Reliability {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Heading heading, Figures figures, Dashboard dashboard, ScopeForm form);
    }

    @Inject
    Viewer viewer;

    @GET
    @Path("/reliability")
    public TemplateInstance show(Asked asked, @RestQuery String compare) {
        var scope = Scope.of(asked, viewer).toTheMinute();
        var against = Against.of(compare);
        var shown = Shown.of(scope);
        var figures = shown.figures();
        return Templates.show(Heading.of(scope, figures).comparing(against), figures, shown.dashboard().comparing(scope, against), ScopeForm.of(scope, figures, against));
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
