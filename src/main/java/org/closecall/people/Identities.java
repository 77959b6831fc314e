package org.closecall.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** Names change, and so do e-mails. */
@Path("/admin/people")
@RolesAllowed(Role.ADMINISTRATORS)
class Identities {

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @POST
    @Path("/{id}/identity")
    @Transactional
    public Response update(long id, IdentityForm form) {
        var person = Person.found(id);
        Person.getEntityManager().refresh(person, LockModeType.PESSIMISTIC_WRITE);
        var errors = form.errors(validator, person);
        if (errors.any()) {
            return Pages.invalid(Accounts.page(person, person.role.name(), form, errors, null, viewer, null));
        }
        var conflict = form.against(person);
        if (conflict != null) {
            return Pages.conflict(Accounts.page(person, person.role.name(), form.merged(person, conflict), Errors.none(), conflict, viewer, null));
        }
        flash.notice(person.rename(form.name(), form.email(), viewer.person(), viewer.now()) ? "Saved. " + person.name + " signs in with " + person.email + "." : "Nothing was changed.");
        return Pages.seeOther(Accounts.address(id));
    }
}
