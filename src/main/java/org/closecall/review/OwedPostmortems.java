package org.closecall.review;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.closecall.web.Viewer;

/** Everything that is owed, for everybody. */
@Path("/postmortems/owed")
class OwedPostmortems {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(OwedFilter filter, OwedList list);
    }

    @Inject
    Viewer viewer;

    @GET
    public TemplateInstance index(@BeanParam OwedFilter filter) {
        return Templates.index(filter, OwedList.of(filter, viewer));
    }
}
