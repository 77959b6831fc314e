package org.closecall.facilitation;

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
import org.closecall.people.Change;
import org.closecall.people.Role;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

@Path("/admin/questions")
@RolesAllowed(Role.ADMINISTRATORS)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class QuestionBank {

    private static final Change.Subject SUBJECT = new Change.Subject("questions", 1L, null, null);
    private static final int SHOWN = 20;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance edit(QuestionsForm form, List<Subject> subjects, Errors errors, Conflict conflict, List<Change> history);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance edit() {
        return page(QuestionsForm.of(QuestionGroup.all()), Errors.none(), null);
    }

    @POST
    @Transactional
    public Response update(MultivaluedMap<String, String> fields) {
        var form = QuestionsForm.of(fields);
        var groups = QuestionGroup.changing();
        var errors = form.check();
        if (errors.any()) {
            return Pages.invalid(page(form, errors, null));
        }
        var saved = QuestionsForm.of(groups);
        var conflict = Conflict.between(form.opened(), form.snapshot(), saved.snapshot(), SUBJECT);
        if (conflict != null) {
            return Pages.conflict(page(form.merged(saved, conflict), errors, conflict));
        }
        if (!saved.snapshot().equals(form.snapshot())) {
            form.applyTo(groups);
            Change.record(SUBJECT, "edited", saved.snapshot(), form.snapshot(), viewer.person(), viewer.now());
        }
        flash.notice("Saved. They are beside every postmortem that is being written.");
        return Pages.seeOther("/admin/questions");
    }

    private static TemplateInstance page(QuestionsForm form, Errors errors, Conflict conflict) {
        return Templates.edit(form, List.of(Subject.values()), errors, conflict, Change.latest(SUBJECT, SHOWN));
    }
}
