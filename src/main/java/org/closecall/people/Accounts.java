package org.closecall.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.ShownOnce;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

/** One person's account as administrators see it. */
@Path("/admin/people")
@RolesAllowed(Role.ADMINISTRATORS)
class Accounts {

    private static final int CHANGES = 20;
    private static final int SESSIONS = 20;

    @CheckedTemplate
    static class Templates {
        /** conflict is null unless somebody else was faster, reset the link for a new password that was made just before or null. */
        static native TemplateInstance edit(Person person, String role, List<Role> roles, IdentityForm form, Errors errors, Conflict conflict, boolean myself, List<Session> sessions, List<Change> history, String reset);
    }

    @Inject
    Viewer viewer;

    @Inject
    Door door;

    @Inject
    ShownOnce once;

    @Inject
    Flash flash;

    @Inject
    RoutingContext request;

    @GET
    @Path("/{id}/edit")
    public TemplateInstance edit(long id) {
        var person = Person.found(id);
        var token = once.take(address(id));
        var reset = token == null ? null : PasswordReset.open(token, viewer.now());
        var link = reset == null || reset.person != person ? null : request.request().scheme() + "://" + request.request().authority() + PasswordResets.PATH + token;
        return page(person, person.role.name(), IdentityForm.of(person), Errors.none(), null, viewer, link);
    }

    @POST
    @Path("/{id}")
    @Transactional
    public Response update(long id, @RestForm String role) {
        var me = viewer.person();
        var access = Access.of(id);
        var errors = access.refuseRole(role);
        if (errors.any()) {
            return Pages.invalid(page(access.person(), role, IdentityForm.of(access.person()), errors, null, viewer, null));
        }
        var changed = access.become(Role.valueOf(role), me, viewer.now());
        flash.notice(changed ? access.person().name + " is " + access.person().role.inText() + " now. Earlier sessions have ended." : "Nothing was changed.");
        if (changed && access.person() == me) {
            door.begin(me, request);
        }
        return Pages.seeOther(me.administrator() ? People.ADDRESS : "/");
    }

    static String address(long id) {
        return People.ADDRESS + "/" + id + "/edit";
    }

    /** For whatever else is refused on it. */
    static TemplateInstance page(Person person, Errors errors, Viewer viewer) {
        return page(person, person.role.name(), IdentityForm.of(person), errors, null, viewer, null);
    }

    static TemplateInstance page(Person person, String role, IdentityForm form, Errors errors, Conflict conflict, Viewer viewer, String reset) {
        return Templates.edit(person, role, List.of(Role.values()), form, errors, conflict, person == viewer.person(), Session.of(person, viewer.now(), SESSIONS),
                Change.latest(person.subject(), CHANGES), reset);
    }
}
