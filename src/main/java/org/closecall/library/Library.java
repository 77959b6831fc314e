package org.closecall.library;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.closecall.web.Viewer;

@Path("/library")
class Library {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(LessonFilter filter, Shelves shelves, Lessons lessons);
    }

    @Inject
    Viewer viewer;

    @GET
    public TemplateInstance index(@BeanParam LessonFilter filter) {
        return Templates.index(filter, Shelves.of(viewer.organisation().zone()), Lessons.of(filter, viewer.organisation().zone()));
    }
}
