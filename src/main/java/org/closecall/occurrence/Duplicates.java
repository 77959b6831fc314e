package org.closecall.occurrence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.closecall.people.Role;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

/** Several records of one event, said at once. Sent twice it changes nothing more. */
@Path("/occurrences/{number}/duplicates")
@RolesAllowed(Role.MEMBERS)
class Duplicates {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    /** query: that of the page it came from. */
    @POST
    @Transactional
    public Response create(long number, @RestForm List<String> duplicate, @RestForm String query) {
        OccurrenceLink.takeTurn();
        var original = Occurrence.adding(number);
        var linked = (duplicate == null ? List.<String>of() : duplicate).stream().map(LinkForm::number).filter(Objects::nonNull).distinct().filter(one -> link(one, original)).count();
        flash.notice(linked == 0 ? "Nothing was linked: none was chosen, or they are one event already."
                : "Linked: %d %s of #%d. They count as one trigger now.".formatted(linked, linked == 1 ? "duplicate" : "duplicates", number));
        return Pages.seeOther("/reliability/coincidences" + (query != null && query.matches("\\?[\\w=&%+.-]*") ? query : ""));
    }

    /** What is linked already, or would go round in a circle, stays as it is. */
    private boolean link(long number, Occurrence original) {
        var other = Occurrence.<Occurrence>find("number = ?1 and deletedAt is null", number).firstResult();
        var possible = other != null && !other.id.equals(original.id) && OccurrenceLink.between(other, original) == null && !OccurrenceLink.leads(original, other);
        if (possible) {
            OccurrenceLink.add(other, Relation.DUPLICATE_OF, original, viewer.person(), viewer.now());
        }
        return possible;
    }
}
