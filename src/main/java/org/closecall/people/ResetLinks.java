package org.closecall.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.web.Errors;
import org.closecall.web.Pages;
import org.closecall.web.ShownOnce;
import org.closecall.web.Viewer;

/** A link for somebody who has forgotten the password. */
@Path("/admin/people")
@RolesAllowed(Role.ADMINISTRATORS)
class ResetLinks {

    @Inject
    Viewer viewer;

    @Inject
    ShownOnce once;

    @POST
    @Path("/{id}/reset")
    @Transactional
    public Response create(long id) {
        var person = Person.found(id);
        if (person.sample) {
            return Pages.invalid(Accounts.page(person, Errors.none().add("account", "Nobody is behind this account: it came with the sample"), viewer));
        }
        if (!person.active()) {
            return Pages.invalid(Accounts.page(person, Errors.none().add("account", "Nobody can sign in with this account: reactivate it first"), viewer));
        }
        once.keep(PasswordReset.offer(person, viewer.person(), viewer.now()), Accounts.address(id));
        return Pages.seeOther(Accounts.address(id));
    }
}
