package org.closecall.occurrence;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.people.Change;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Formats;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** Sets a moment that nobody has set yet, while it happens. What is set is changed on the page that edits the record. */
@Path("/")
@RolesAllowed(Role.MEMBERS)
class Moments {

    @CheckedTemplate
    static class Templates {
        /** taken is the moment somebody else set meanwhile, or null; so may be what is known of when they did. */
        static native TemplateInstance blank(Occurrence occurrence, MomentForm form, Errors errors, MomentName taken, Change change);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    @Path("/occurrences/{number}/moments/new")
    public TemplateInstance blank(long number) {
        return Templates.blank(Occurrence.numbered(number), MomentForm.blank(viewer), Errors.none(), null, null);
    }

    @POST
    @Path("/occurrences/{number}/moments")
    @Transactional
    public Response create(long number, MomentForm form) {
        var occurrence = Occurrence.adding(number);
        var errors = Errors.none();
        form.check(errors, occurrence, viewer);
        if (errors.any()) {
            return Pages.invalid(Templates.blank(occurrence, form, errors, null, null));
        }
        var there = "/occurrences/" + number;
        if (FormKey.use(form.key(), form, viewer.person()).repeated()) {
            return Pages.seeOther(there);
        }
        var name = form.moment();
        if (!name.open(occurrence)) {
            return Pages.conflict(Templates.blank(occurrence, form, errors, name, name.latestChange(occurrence)));
        }
        name.mark(occurrence, form.value(viewer), viewer.person(), viewer.now());
        FormKey.used(form.key(), form, viewer.person(), there, viewer.now());
        flash.undoable(name.label(occurrence.kind) + ": " + Formats.inZone(name.in(occurrence).at(), viewer.zone()) + ".", name.undo(occurrence));
        return Pages.seeOther(there);
    }
}
