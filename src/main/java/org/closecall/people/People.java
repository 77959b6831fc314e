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
import java.time.Instant;
import java.util.List;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Option;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/admin/people")
@RolesAllowed(Role.ADMINISTRATORS)
class People {

    static final String ADDRESS = "/admin/people";
    private static final int SHOWN = 100;
    private static final int CHANGES = 20;

    @CheckedTemplate
    static class Templates {
        /** next is the last person shown when there are more, fresh what was invited just before; both may be null. */
        static native TemplateInstance index(List<Person> people, Person next, List<Invitation> waiting, InvitationForm form, List<Option> roles, Errors errors, NewInvitation fresh);

        static native TemplateInstance edit(Person person, String role, List<Role> roles, Errors errors, boolean myself, List<Change> history);
    }

    @Inject
    Viewer viewer;

    @Inject
    OneTimeLink link;

    @Inject
    Sessions sessions;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance index(@RestQuery Long after) {
        return index(after, InvitationForm.blank(), Errors.none(), fresh(), viewer.now());
    }

    @GET
    @Path("/{id}/edit")
    public TemplateInstance edit(long id) {
        var person = Person.found(id);
        return edit(person, person.role.name(), Errors.none(), viewer.person());
    }

    @POST
    @Path("/{id}")
    @Transactional
    public Response update(long id, @RestForm String role, RoutingContext request) {
        var me = viewer.person();
        var access = Access.of(id);
        var errors = access.refuseRole(role);
        if (errors.any()) {
            return Pages.invalid(edit(access.person(), role, errors, me));
        }
        var changed = access.become(Role.valueOf(role), me, viewer.now());
        flash.notice(changed ? access.person().name + " is " + access.person().role.inText() + " now. Earlier sessions have ended." : "Nothing was changed.");
        if (changed && access.person() == me) {
            sessions.begin(me, request);
        }
        return Pages.seeOther(me.administrator() ? ADDRESS : "/");
    }

    static TemplateInstance index(Long after, InvitationForm form, Errors errors, NewInvitation fresh, Instant now) {
        var people = Person.everyOne(after == null ? null : Person.findById(after), SHOWN + 1);
        var shown = people.subList(0, Math.min(SHOWN, people.size()));
        var next = people.size() > SHOWN ? shown.get(SHOWN - 1) : null;
        return Templates.index(shown, next, Invitation.waiting(now), form, Role.options(), errors, fresh);
    }

    static TemplateInstance edit(Person person, String role, Errors errors, Person me) {
        return Templates.edit(person, role, List.of(Role.values()), errors, person == me, Change.latest(person.subject(), CHANGES));
    }

    private NewInvitation fresh() {
        var token = link.take();
        var invitation = token == null ? null : Invitation.open(token, viewer.now());
        return invitation == null ? null : new NewInvitation(invitation, link.address(token));
    }
}
