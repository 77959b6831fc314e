package org.closecall.postmortem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/library")
class Library {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(LessonFilter filter, Lessons lessons);
    }

    @GET
    public TemplateInstance index(@BeanParam LessonFilter filter) {
        return Templates.index(filter, Lessons.of(filter));
    }
}
