package org.closecall.slo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.closecall.catalog.CatalogEntry;
import org.closecall.exchange.Outcome;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

/** Objectives from OpenSLO files: first what it would do, then, when that is confirmed, doing it. */
@Path("/prevention/slos")
@RolesAllowed(Role.MEMBERS)
class OpenSloImports {

    @CheckedTemplate
    static class Templates {
        /** plan is null before there is one; moved says that it is another than was confirmed. */
        static native TemplateInstance blank(String yaml, OpenSloPlan plan, boolean moved, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    @Path("/imports/new")
    public TemplateInstance blank() {
        return Templates.blank("", null, false, Errors.none());
    }

    /** plan: the digest of what was shown. Sent twice, there is nothing left to change. */
    @POST
    @Path("/imports/applications")
    @Transactional
    public Response create(@RestForm String yaml, @RestForm String plan) {
        CatalogEntry.oneAtATime("objective");
        OpenSloPlan now;
        try {
            now = OpenSloPlan.of(Objects.requireNonNullElse(yaml, ""), viewer.organisation().zone());
        } catch (YamlNodes.Unreadable unreadable) {
            return Pages.invalid(Templates.blank(yaml, null, false, Errors.none().add("yaml", unreadable.getMessage())));
        }
        if (!now.digest().equals(plan)) {
            return Pages.conflict(Templates.blank(yaml, now, true, Errors.none()));
        }
        now.write(viewer.person(), viewer.now());
        flash.notice("Brought in: %d new, %d changed.".formatted(now.of(Outcome.CREATED), now.of(Outcome.CHANGED)));
        return Pages.seeOther("/prevention/slos");
    }
}
