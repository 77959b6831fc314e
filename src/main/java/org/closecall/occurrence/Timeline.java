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
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

@Path("/")
@RolesAllowed(Role.MEMBERS)
class Timeline {

    @CheckedTemplate
    static class Templates {
        /** saved is what somebody else made of the entry meanwhile, or null. */
        static native TemplateInstance edit(TimelineEntry entry, EntryForm form, Errors errors, EntryForm saved);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @POST
    @Path("/occurrences/{number}/timeline")
    @Transactional
    public Response create(long number, EntryForm form) {
        var occurrence = Occurrence.adding(number);
        var errors = checked(form);
        if (errors.any()) {
            return Pages.invalid(Occurrences.page(occurrence, TimelineEntry.of(occurrence), form, errors, viewer));
        }
        var use = FormKey.use(form.key(), form, viewer.person());
        if (use.repeated()) {
            return Pages.seeOther(use.location());
        }
        var entry = new TimelineEntry();
        form.applyTo(entry, viewer);
        if (entry.repeats(occurrence, viewer.person(), viewer.now())) {
            flash.notice("That line is already there.");
        } else {
            entry.add(occurrence, viewer.person(), viewer.now());
            flash.undoable("The line is added.", "/occurrences/" + number + "/timeline/" + entry.id + "/removal");
        }
        var there = next(number, form, entry);
        FormKey.used(form.key(), form, viewer.person(), there, viewer.now());
        return Pages.seeOther(there);
    }

    @GET
    @Path("/occurrences/{number}/timeline/{id}/edit")
    public TemplateInstance edit(long number, long id) {
        var entry = TimelineEntry.of(Occurrence.numbered(number), id);
        return Templates.edit(entry, EntryForm.of(entry, viewer.zone()), Errors.none(), null);
    }

    @POST
    @Path("/occurrences/{number}/timeline/{id}")
    @Transactional
    public Response update(long number, long id, EntryForm form) {
        var occurrence = Occurrence.adding(number);
        var entry = TimelineEntry.editing(occurrence, id);
        var errors = checked(form);
        if (errors.any()) {
            return Pages.invalid(Templates.edit(entry, form, errors, null));
        }
        var saved = EntryForm.of(entry, viewer.zone());
        if (!saved.version().equals(form.version())) {
            return Pages.conflict(Templates.edit(entry, form.over(saved), errors, saved));
        }
        if (entry.removed()) {
            entry.restore(viewer.person(), viewer.now());
        }
        var before = entry.snapshot();
        form.applyTo(entry, viewer);
        entry.edited(before, viewer.person(), viewer.now());
        if (form.moment() != null && form.moment().mark(occurrence, Moment.at(entry.at), viewer.person(), viewer.now())) {
            flash.undoable("The entry is saved. " + form.moment().label(occurrence.kind) + " is set to its time.", form.moment().undo(occurrence));
        } else {
            flash.notice("The entry is saved.");
        }
        return Pages.seeOther("/occurrences/" + number + "#timeline");
    }

    /** To the box for the next line, which goes on where this one was: the browser itself puts the cursor there. */
    private static String next(long number, EntryForm form, TimelineEntry entry) {
        return "/occurrences/" + number + "?kind=" + entry.kind + (form.now() ? "" : "&at=" + entry.at) + "#text";
    }

    private Errors checked(EntryForm form) {
        var errors = Errors.of(validator.validate(form));
        form.check(errors, viewer);
        return errors;
    }
}
