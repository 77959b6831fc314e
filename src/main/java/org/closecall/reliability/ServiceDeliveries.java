package org.closecall.reliability;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.closecall.web.Viewer;

/** The deployments of every service, of which the page of a scope shows some. */
@Path("/reliability/deployments")
class ServiceDeliveries {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(String scope, Chart chart, String back);
    }

    @Inject
    Viewer viewer;

    @GET
    public TemplateInstance index(Asked asked) {
        var scope = Scope.of(asked, viewer).toTheMinute();
        var facts = Facts.of(scope);
        var chart = PreventionCharts.of(scope, Basis.of(scope, facts), Figures.of(scope, facts)).everyService();
        return Templates.index(scope.label(), chart, scope.address("/reliability"));
    }
}
