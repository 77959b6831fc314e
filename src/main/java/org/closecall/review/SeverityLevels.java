package org.closecall.review;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.occurrence.Severity;
import org.closecall.people.Change;
import org.closecall.people.Role;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** Deciding what the levels mean and how much review they ask for. */
@Path("/admin/severities")
@RolesAllowed(Role.ADMINISTRATORS)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class SeverityLevels {

    private static final Change.Subject SUBJECT = new Change.Subject("severities", 1L, null, null);
    private static final int SHOWN = 20;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance edit(LevelsForm form, List<Severity> severities, List<Occasion> occasions, List<Review> reviews, Errors errors, Conflict conflict, List<Change> history);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance edit() {
        return page(LevelsForm.of(SeverityLevel.all(), ReviewRule.policy()), Errors.none(), null);
    }

    @POST
    @Transactional
    public Response update(MultivaluedMap<String, String> fields) {
        var form = LevelsForm.of(fields);
        var levels = SeverityLevel.changing();
        var errors = form.check();
        if (errors.any()) {
            return Pages.invalid(page(form, errors, null));
        }
        var saved = LevelsForm.of(levels, ReviewRule.policy());
        var before = saved.snapshot(saved);
        var after = form.snapshot(saved);
        var conflict = Conflict.between(form.opened(saved), after, before, SUBJECT);
        if (conflict != null) {
            return Pages.conflict(page(form.merged(saved, conflict), errors, conflict));
        }
        if (!before.equals(after)) {
            form.applyTo(levels, saved);
            Change.record(SUBJECT, "edited", before, after, viewer.person(), viewer.now());
        }
        flash.notice(before.equals(after) ? "Nothing was changed." : "Saved. It shows wherever a severity is chosen.");
        return Pages.seeOther("/admin/severities");
    }

    private static TemplateInstance page(LevelsForm form, Errors errors, Conflict conflict) {
        return Templates.edit(form, List.of(Severity.values()), List.of(Occasion.values()), List.of(Review.values()), errors, conflict, Change.latest(SUBJECT, SHOWN));
    }
}
