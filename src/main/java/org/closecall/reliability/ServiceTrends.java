package org.closecall.reliability;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.closecall.web.Viewer;

/** The verdicts of a review for each service, corrected for looking at many. */
@Path("/reliability/services")
class ServiceTrends {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(String scope, Chart chart, String back);
    }

    @Inject
    Viewer viewer;

    @GET
    public TemplateInstance index(Asked asked) {
        var scope = Scope.of(asked, viewer);
        return Templates.index(scope.label(), ServiceReview.of(scope).chart(), scope.address("/reliability"));
    }
}
