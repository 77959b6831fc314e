package org.closecall.monthly;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.closecall.people.Role;
import org.closecall.postmortem.Clash;
import org.closecall.postmortem.Texts;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.closecall.web.WordDiff;

/** One text as the page saves it by itself, with the same fields as the form; the words beside it are those of postmortems. */
@Path("/reliability/reviews")
@RolesAllowed(Role.MEMBERS)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class CommentaryAutosaves {

    private static final int FORBIDDEN = 403;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance saved(String stamp, String text);

        static native TemplateInstance refused(String why);

        static native TemplateInstance clash(Clash clash);

        static native TemplateInstance copy(String label, Instant at, WordDiff diff);
    }

    @Inject
    Viewer viewer;

    @POST
    @Path("/{id}/commentary/{key}/autosave")
    @Transactional
    public Response create(long id, String key, MultivaluedMap<String, String> sent) {
        var part = part(key);
        var review = MonthlyReview.changing(id);
        if (!viewer.person().id.toString().equals(sent.getFirst("as"))) {
            return Pages.page(FORBIDDEN, Templates.refused("somebody else has signed in since. Sign in as yourself in another tab, and it saves by itself."));
        }
        var form = CommentaryForm.of(review, only(sent, key));
        var errors = form.check();
        if (errors.any() || review.frozen()) {
            return Pages.invalid(Templates.refused(errors.any() ? errors.on(key) : review.frozenBy.name + " has frozen the review. Copy your text: it can be added as a correction."));
        }
        var clashes = new Commentary(review, viewer.person(), viewer.now()).write(form, sent);
        var stands = CommentaryForm.of(review).stands(part);
        return clashes.isEmpty() ? Pages.page(200, Templates.saved(Texts.stamp(stands), sent.containsKey("choice") ? stands : null)) : Pages.conflict(Templates.clash(clashes.get(0)));
    }

    /** What a browser kept of a text against what is saved; 204 when there is nothing to offer. at is when it was typed, as browsers count it. */
    @POST
    @Path("/{id}/commentary/{key}/copy")
    @Transactional
    public Response show(long id, String key, MultivaluedMap<String, String> sent) {
        var stands = CommentaryForm.of(MonthlyReview.shown(id)).stands(part(key));
        var copy = Texts.clean(sent.getFirst("text"));
        var typed = Typed.id(sent.getFirst("at"));
        return copy.equals(stands) ? Response.noContent().build()
                : Pages.page(200, Templates.copy(part(key).label, typed == null ? viewer.now() : Instant.ofEpochMilli(typed), WordDiff.of(copy, stands)));
    }

    private static Part part(String key) {
        var part = Part.keyed(key);
        if (part == null) {
            throw new NotFoundException("There is no part " + key);
        }
        return part;
    }

    /** The other texts are saved by requests of their own. */
    private static MultivaluedMap<String, String> only(MultivaluedMap<String, String> sent, String key) {
        var only = new MultivaluedHashMap<>(sent);
        only.keySet().retainAll(List.of(key, CommentaryForm.STAMP + key));
        return only;
    }
}
