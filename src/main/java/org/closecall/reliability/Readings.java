package org.closecall.reliability;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** How to read the numbers: in plain words, on published data that our own functions judge while one looks. */
@Path("/reliability/reading")
class Readings {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(List<ClassicExample> examples, Chart gaps);
    }

    @GET
    public TemplateInstance index() {
        return Templates.index(ClassicExample.all(), ClassicExample.gaps());
    }
}
