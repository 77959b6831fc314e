package org.closecall.review;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** What the levels mean, for everybody. */
@Path("/severities")
class Severities {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(List<SeverityLevel> levels, ReviewPolicy policy, List<Occasion> occasions);
    }

    @GET
    public TemplateInstance index() {
        return Templates.index(SeverityLevel.all(), ReviewRule.policy(), List.of(Occasion.values()));
    }
}
