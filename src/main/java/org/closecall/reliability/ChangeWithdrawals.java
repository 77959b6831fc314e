package org.closecall.reliability;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

@Path("/reliability/comparisons")
@RolesAllowed(Role.MEMBERS)
class ChangeWithdrawals {

    private static final int LONGEST = 500;

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Path("/{id}/withdrawal")
    @Transactional
    public Response create(long id, @RestForm String why) {
        var change = DeclaredChange.changing(id);
        if (!Typed.given(why) || why.length() > LONGEST) {
            var errors = Errors.none().add("why", Typed.given(why) ? "At most 500 characters" : "Why does it not count?");
            return Pages.invalid(DeclaredChanges.shown(DeclaredChange.found(id), viewer, errors, why));
        }
        var done = change.withdraw(Typed.orNull(why), viewer.person(), viewer.now());
        flash.notice(done ? "The change is withdrawn. It stays in the list." : "It had been withdrawn before.");
        return Pages.seeOther(change.address());
    }
}
