package org.closecall.sample;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.people.Role;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

/** The sample organisation: what it is, whether it is here, and the way to have it. */
@Path("/admin/sample")
@RolesAllowed(Role.ADMINISTRATORS)
class Samples {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(SampleLoad load, SampleLoad.State state);
    }

    @Inject
    Viewer viewer;

    @Inject
    SampleJobs jobs;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance show() {
        var load = SampleLoad.current();
        return Templates.show(load, load.state(viewer.now()));
    }

    /** Sent twice, it is loaded once. */
    @POST
    public Response create(@RestForm String sample) {
        if (!"true".equals(sample)) {
            return Pages.invalid(show());
        }
        if (!jobs.begin(viewer.person())) {
            flash.notice("It is here or on its way already.");
        }
        return Pages.seeOther("/admin/sample");
    }
}
