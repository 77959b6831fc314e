package org.closecall.occurrence;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;

/** The updates of a record: all of them, and the form for the next. */
@Path("/occurrences/{number}/updates")
class StatusNotes {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(Occurrence occurrence, List<StatusNote> notes, NoteForm form, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @GET
    public TemplateInstance index(long number) {
        var occurrence = Occurrence.numbered(number);
        return Templates.index(occurrence, StatusNote.of(occurrence), NoteForm.blank(), Errors.none());
    }

    @POST
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response create(long number, NoteForm form) {
        var occurrence = Occurrence.adding(number);
        var errors = Errors.of(validator.validate(form));
        if (errors.any()) {
            return Pages.invalid(Templates.index(occurrence, StatusNote.of(occurrence), form, errors));
        }
        var there = "/occurrences/" + number + "#updates";
        if (FormKey.use(form.key(), form, viewer.person()).repeated()) {
            return Pages.seeOther(there);
        }
        var note = new StatusNote();
        note.text = Typed.orNull(form.note());
        note.post(occurrence, viewer.person(), viewer.now());
        FormKey.used(form.key(), form, viewer.person(), there, viewer.now());
        return Pages.seeOther(there);
    }
}
