package org.closecall.prevention;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.closecall.web.Viewer;

/** Where facts about prevention are kept, and what they are for. */
@Path("/prevention")
class Prevention {

    private static final int LATEST = 5;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(PreventionList<Remediation> remediations, PreventionList<Deployment> deployments, PreventionList<Experiment> experiments);
    }

    @Inject
    Viewer viewer;

    @GET
    public TemplateInstance index() {
        return Templates.index(latest(PreventionKind.REMEDIATION), latest(PreventionKind.DEPLOYMENT), latest(PreventionKind.EXPERIMENT));
    }

    private <E extends PreventionRecord> PreventionList<E> latest(PreventionKind kind) {
        return PreventionList.of(kind, new PreventionFilter(), viewer.organisation().zone(), LATEST);
    }
}
