package org.closecall.occurrence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.people.Change;
import org.closecall.people.Role;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

/** Makes one field what it was before a change. May be sent twice; it is itself a change, and can be taken back like one. */
@Path("/occurrences/{number}/history")
@RolesAllowed(Role.MEMBERS)
class FieldRestorations {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Path("/{change}/restoration")
    @Transactional
    public Response create(long number, long change, @RestForm String field) {
        var occurrence = Occurrence.editing(number);
        var was = Change.ownOf(occurrence.id, change).field(field);
        if (occurrence.removed() || was == null || !Rewinds.possible(was.name(), was.before())) {
            throw new NotFoundException();
        }
        var there = "/occurrences/" + number + "/history";
        var before = Snapshot.of(occurrence);
        try {
            Rewinds.apply(occurrence, was.name(), was.before());
        } catch (Rewinds.Impossible why) {
            QuarkusTransaction.setRollbackOnly();
            flash.notice("Not brought back. " + why.getMessage() + ".");
            return Pages.seeOther(there);
        }
        flash.notice(occurrence.edited(before, viewer.person(), viewer.now()) ? was.name() + " is as it was." : was.name() + " was that already.");
        return Pages.seeOther(there);
    }
}
