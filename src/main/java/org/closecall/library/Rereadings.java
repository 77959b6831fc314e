package org.closecall.library;

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
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Role;
import org.closecall.postmortem.Postmortem;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

/** Is it still true? Asked of a lesson's authors some time after it was published. */
@Path("/occurrences/{number}/postmortem/rereading")
@RolesAllowed(Role.MEMBERS)
class Rereadings {

    private static final int LONGEST = 2_000;
    private static final String YES = "yes";
    private static final String NO = "no";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance blank(Postmortem postmortem, Integer stage, List<Rereading> earlier, String note, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance blank(long number) {
        return page(published(Postmortem.of(Occurrence.numbered(number))), "", Errors.none());
    }

    /** Sent twice, it is answered once. */
    @POST
    @Transactional
    public Response create(long number, @RestForm String holds, @RestForm String note) {
        var postmortem = published(Postmortem.editing(Occurrence.numbered(number)));
        var errors = Errors.none();
        if (!YES.equals(holds) && !NO.equals(holds)) {
            errors.add("holds", "Still true or not?");
        }
        if (note != null && note.length() > LONGEST) {
            errors.add("note", "At most 2,000 characters");
        }
        if (errors.any()) {
            return Pages.invalid(page(postmortem, note, errors));
        }
        var answer = Rereading.answer(postmortem, YES.equals(holds), Typed.orNull(note), viewer.person(), viewer.now());
        flash.notice(answer == null ? "This has been answered already, or it is too early to ask." : answer.holds ? "Good: it still holds." : "Noted. Put right what changed; the history keeps what it was.");
        return Pages.seeOther(postmortem.path() + (answer == null || answer.holds ? "" : "/edit"));
    }

    private TemplateInstance page(Postmortem postmortem, String note, Errors errors) {
        return Templates.blank(postmortem, Rereading.stage(postmortem, viewer.now()), Rereading.of(postmortem), note, errors);
    }

    private static Postmortem published(Postmortem postmortem) {
        if (postmortem == null || !postmortem.published()) {
            throw new NotFoundException();
        }
        return postmortem;
    }
}
