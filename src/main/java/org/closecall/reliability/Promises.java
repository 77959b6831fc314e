package org.closecall.reliability;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.closecall.action.Strategy;
import org.closecall.web.Viewer;

/** How promises are kept. */
@Path("/actions")
class Promises {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(PromiseScope scope, PromiseFigures figures, List<Tile> tiles, List<PromiseRow.Part> aims, List<PromiseRow.Part> strategies, List<PromiseRow> teams, List<PromiseRow> services);
    }

    @Inject
    Viewer viewer;

    @GET
    @Path("/figures")
    public TemplateInstance show(PromiseScope.Sent sent) {
        var scope = PromiseScope.of(sent, viewer);
        var figures = PromiseFigures.of(scope);
        return Templates.show(scope, figures, PromiseTiles.all(scope, figures), PromiseRow.Part.aims(scope, figures), PromiseRow.Part.strategies(scope, figures, Strategy.everyOne()),
                PromiseRow.of(scope, figures, "team", scope.teams(), Promise::team), PromiseRow.of(scope, figures, "service", scope.services(), Promise::service));
    }

    /** The same figures, for programs. */
    @GET
    @Path("/figures.json")
    @Produces(MediaType.APPLICATION_JSON)
    public PromiseFigures json(PromiseScope.Sent sent) {
        return PromiseFigures.of(PromiseScope.of(sent, viewer));
    }
}
