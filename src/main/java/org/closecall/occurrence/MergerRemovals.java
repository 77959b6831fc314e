package org.closecall.occurrence;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

/** Takes a merger back: first what would go back, then at one press. */
@Path("/occurrences/{number}/merger/removal")
@RolesAllowed(Role.MEMBERS)
class MergerRemovals {

    private static final int LONGEST = 2_000;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance blank(OccurrenceMerger merger, List<String> returning, String reason, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance blank(long number) {
        var merger = merger(Occurrence.numberedEvenRemoved(number));
        if (merger.undone()) {
            throw new NotFoundException();
        }
        var errors = Errors.none();
        new Separation(merger).check(errors);
        return page(merger, "", errors);
    }

    /** Sent twice, the second leads to the record that is back already. */
    @POST
    @Transactional
    public Response create(long number, @RestForm String reason) {
        OccurrenceLink.takeTurn();
        var merger = merger(Occurrence.editing(number));
        if (merger.undone()) {
            return Pages.seeOther("/occurrences/" + number);
        }
        merger.kept.lock();
        var errors = Errors.none();
        new Separation(merger).check(errors);
        if (reason != null && reason.length() > LONGEST) {
            errors.add("reason", "At most 2,000 characters");
        }
        if (errors.any()) {
            return Pages.invalid(page(merger, reason, errors));
        }
        new Separation(merger).separate(reason, viewer.person(), viewer.now());
        flash.notice("#" + number + " is a record of its own again, with all that had moved to #" + merger.kept.number + ".");
        return Pages.seeOther("/occurrences/" + number);
    }

    private static OccurrenceMerger merger(Occurrence gone) {
        var merger = OccurrenceMerger.latest(gone);
        if (merger == null) {
            throw new NotFoundException("#" + gone.number + " was never merged");
        }
        return merger;
    }

    private static TemplateInstance page(OccurrenceMerger merger, String reason, Errors errors) {
        return Templates.blank(merger, new Separation(merger).returning(), reason, errors);
    }
}
