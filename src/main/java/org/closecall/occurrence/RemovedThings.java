package org.closecall.occurrence;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.closecall.people.Change;
import org.closecall.people.Role;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestQuery;

/** All that was ever removed from lists and records: who did it, when, why, and the way back. */
@Path("/admin/removed")
@RolesAllowed(Role.ADMINISTRATORS)
class RemovedThings {

    private static final int SHOWN = 50;
    private static final String PARTS = "parts";

    @CheckedTemplate
    static class Templates {
        /** older continues the list, null where it ends. */
        static native TemplateInstance index(List<Removed> removed, boolean parts, boolean first, Long older);
    }

    @GET
    public TemplateInstance index(@RestQuery String show, @RestQuery String before) {
        var parts = PARTS.equals(show);
        var changes = Change.removals(!parts, Typed.id(before), SHOWN + 1);
        var shown = changes.subList(0, Math.min(SHOWN, changes.size()));
        return Templates.index(Removed.of(shown), parts, Typed.id(before) == null, changes.size() > SHOWN ? shown.get(SHOWN - 1).id : null);
    }
}
