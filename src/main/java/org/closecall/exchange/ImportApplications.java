package org.closecall.exchange;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Brings in the very file that was run dry, or takes up again what was interrupted. */
@Path("/admin/imports/{id}/application")
@RolesAllowed(Role.ADMINISTRATORS)
class ImportApplications {

    private static final String GONE = "The file of this run has been imported already or is no longer kept. Upload it again; what is in stays as it is.";

    @Inject
    Viewer viewer;

    @Inject
    ImportJobs jobs;

    @POST
    public Response create(@RestPath long id, @RestForm String key) {
        var form = new ImportForm(key, "run " + id, null);
        ImportRun.withId(id);
        try {
            return form.once(jobs, viewer.person(), viewer.now(), () -> ImportRun.locked(id).next(viewer.person(), viewer.now()),
                    busy -> conflict(id, busy));
        } catch (ImportRun.NoFile gone) {
            return conflict(id, GONE);
        }
    }

    private static Response conflict(long id, String why) {
        return Pages.conflict(Imports.page(id, null, -1, Errors.none().add("import", why)));
    }
}
