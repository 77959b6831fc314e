package org.closecall.sample;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

/** Takes the sample organisation away again, once somebody has seen what people added to it. */
@Path("/admin/sample/removals")
@RolesAllowed(Role.ADMINISTRATORS)
class SampleRemovals {

    private static final int SHOWN = 200;

    @CheckedTemplate
    static class Templates {
        /** seen is how many there were when the page was made. */
        static native TemplateInstance blank(List<Added> added, long all, List<String> staying, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    @Path("/new")
    public Response blank() {
        return SampleLoad.here() ? Pages.page(200, page(Errors.none())) : Pages.seeOther("/admin/sample");
    }

    /** Sent twice, the second finds nothing to remove. What was added after the page was made is shown first. */
    @POST
    @Transactional
    public Response create(@RestForm String seen) {
        SampleLoad.changing();
        if (!SampleLoad.here()) {
            return Pages.seeOther("/admin/sample");
        }
        var all = Added.count();
        if (!String.valueOf(all).equals(seen)) {
            return Pages.invalid(page(Errors.none().add("seen", "More was added meanwhile: look at the list again")));
        }
        var stayed = new SampleRemoval(viewer.person(), viewer.now()).remove();
        flash.notice("The sample organisation is removed." + (stayed.isEmpty() ? "" : " What your own records use stays: " + String.join(", ", stayed) + "."));
        return Pages.seeOther("/admin/sample");
    }

    private TemplateInstance page(Errors errors) {
        return Templates.blank(Added.latest(SHOWN), Added.count(), new SampleRemoval(viewer.person(), viewer.now()).staying(), errors);
    }
}
