package org.closecall.notice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.closecall.action.ActionItem;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Formats;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** Putting off the reminders of one action. */
@Path("/actions")
@RolesAllowed(Role.MEMBERS)
class Snoozes {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance blank(ActionItem action, SnoozeForm form, LocalDate first, LocalDate last, Errors errors);

        static native TemplateInstance refused(ActionItem action);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    @Path("/{id}/snooze")
    public Response blank(long id) {
        var action = present(ActionItem.<ActionItem>findById(id));
        return refused(action) ? refusal(action) : Pages.page(200, page(action, SnoozeForm.blank(viewer.today()), Errors.none()));
    }

    @POST
    @Path("/{id}/snooze")
    @Transactional
    public Response create(long id, SnoozeForm form) {
        var action = present(ActionItem.<ActionItem>findById(id, LockModeType.PESSIMISTIC_WRITE));
        if (refused(action)) {
            return refusal(action);
        }
        var errors = form.check(viewer.today());
        if (errors.any()) {
            return Pages.invalid(page(action, form, errors));
        }
        if (!FormKey.use(form.key(), form, viewer.person()).repeated()) {
            Snooze.make(action, form.day(), form.reason().strip(), viewer.person(), viewer.now());
            FormKey.used(form.key(), form, viewer.person(), "/actions/" + id, viewer.now());
            flash.notice("Nobody is reminded of it until " + Formats.day(form.day()) + ".");
        }
        return Pages.seeOther("/actions/" + id);
    }

    @POST
    @Path("/{id}/snooze/removal")
    @Transactional
    public Response remove(long id) {
        var action = present(ActionItem.<ActionItem>findById(id, LockModeType.PESSIMISTIC_WRITE));
        if (refused(action)) {
            return refusal(action);
        }
        Snooze.end(action, viewer.person(), viewer.now());
        flash.notice("The reminders go on.");
        return Pages.seeOther("/actions/" + id);
    }

    private boolean refused(ActionItem action) {
        return !Snooze.snoozable(action, viewer.person());
    }

    private static Response refusal(ActionItem action) {
        return Pages.page(403, Templates.refused(action));
    }

    private TemplateInstance page(ActionItem action, SnoozeForm form, Errors errors) {
        return Templates.blank(action, form, viewer.today().plusDays(1), viewer.today().plusDays(Snooze.MOST_DAYS), errors);
    }

    private static ActionItem present(ActionItem found) {
        if (found == null || !found.listed()) {
            throw new NotFoundException("There is no such action");
        }
        return found;
    }
}
