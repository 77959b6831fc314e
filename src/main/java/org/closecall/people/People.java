package org.closecall.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.closecall.web.Errors;
import org.closecall.web.Option;
import org.closecall.web.Viewer;

@Path("/admin/people")
@RolesAllowed(Role.ADMINISTRATORS)
class People {

    static final String ADDRESS = "/admin/people";
    private static final int SHOWN = 100;

    @CheckedTemplate
    static class Templates {
        /** next is the last person shown when there are more, fresh what was invited just before; both may be null. */
        static native TemplateInstance index(PeopleFilter filter, List<Person> people, Person next, List<Invitation> waiting, InvitationForm form, List<Option> roles, List<Option> states, Errors errors,
                NewInvitation fresh);
    }

    @Inject
    Viewer viewer;

    @Inject
    OneTimeLink link;

    @GET
    public TemplateInstance index(@BeanParam PeopleFilter filter) {
        return index(filter, InvitationForm.blank(), Errors.none(), fresh(), viewer.now());
    }

    static TemplateInstance index(PeopleFilter filter, InvitationForm form, Errors errors, NewInvitation fresh, Instant now) {
        var people = filter.list(SHOWN);
        var shown = people.subList(0, Math.min(SHOWN, people.size()));
        var next = people.size() > SHOWN ? shown.get(SHOWN - 1) : null;
        return Templates.index(filter, shown, next, Invitation.waiting(now, SHOWN), form, Role.options(), PeopleFilter.STATES, errors, fresh);
    }

    private NewInvitation fresh() {
        var token = link.take();
        var invitation = token == null ? null : Invitation.open(token, viewer.now());
        return invitation == null ? null : new NewInvitation(invitation, link.address(token));
    }
}
