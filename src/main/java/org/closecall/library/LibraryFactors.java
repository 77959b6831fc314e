package org.closecall.library;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.closecall.web.Option;
import org.closecall.web.Viewer;

/** Which factors lessons name, and which controls held or failed, counted over a time. */
@Path("/library/factors")
class LibraryFactors {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(LessonFilter filter, Pareto factors, Pareto held, Pareto gaveWay, List<Option> services);
    }

    @Inject
    Viewer viewer;

    @GET
    public TemplateInstance index(@BeanParam LessonFilter asked) {
        var zone = viewer.organisation().zone();
        var filter = asked.ofYear(viewer.now().atZone(zone).toLocalDate());
        var all = Pareto.all(filter, zone);
        return Templates.index(filter, all.get(Pareto.Of.FACTOR), all.get(Pareto.Of.HELD), all.get(Pareto.Of.GAVE_WAY), Shelves.of(zone).services());
    }
}
