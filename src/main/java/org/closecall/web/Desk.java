package org.closecall.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/")
class Desk {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show();
    }

    @GET
    public TemplateInstance show() {
        return Templates.show();
    }
}
