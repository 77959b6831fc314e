package org.closecall.reliability;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.closecall.web.Viewer;

/** Which incidents had been foretold, and by what. */
@Path("/")
class Foretellings {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(Scope scope, Foretold foretold);
    }

    @Inject
    Viewer viewer;

    @GET
    @Path("/reliability/foretold")
    public TemplateInstance index(Asked asked) {
        var scope = Scope.of(asked, viewer);
        return Templates.index(scope, Foretold.of(scope));
    }
}
