package org.closecall.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

@Path("/admin/invitations")
@RolesAllowed(Role.ADMINISTRATORS)
class Invitations {

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    OneTimeLink link;

    @POST
    @Transactional
    public Response create(InvitationForm form) {
        var me = viewer.person();
        if (FormKey.use(form.key(), form, me).repeated()) {
            return Pages.seeOther(People.ADDRESS);
        }
        var errors = form.errors(validator);
        if (errors.any()) {
            return Pages.invalid(People.index(new PeopleFilter(), form, errors, null, viewer.now()));
        }
        link.keep(Invitation.invite(form.name(), form.email(), Role.valueOf(form.role()), me, viewer.now()));
        FormKey.used(form.key(), form, me, People.ADDRESS, viewer.now());
        return Pages.seeOther(People.ADDRESS);
    }
}
