package org.closecall.reliability;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.closecall.web.Viewer;

/** Offers to count as one what probably was one. */
@Path("/")
class Coincidences {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(Scope scope, List<Coincidence> groups);
    }

    @Inject
    Viewer viewer;

    @GET
    @Path("/reliability/coincidences")
    public TemplateInstance index(Asked asked) {
        var scope = Scope.of(asked, viewer);
        return Templates.index(scope, Coincidence.of(scope, Facts.of(scope)));
    }
}
