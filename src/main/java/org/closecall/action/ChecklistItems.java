package org.closecall.action;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import org.jboss.resteasy.reactive.RestForm;

/** The checklist of an action. */
@Path("/actions")
@RolesAllowed(Role.MEMBERS)
class ChecklistItems {

    @Inject
    Viewer viewer;

    @POST
    @Path("/{id}/checklist")
    @Transactional
    public Response create(long id, WorkForm form) {
        var action = WorkForm.on(id);
        var sent = form.sentBefore(id, "lines", viewer.person());
        if (sent != null) {
            return sent;
        }
        var lines = Checklist.lines(form.lines());
        var errors = Checklist.check(lines, ChecklistItem.count("action", action));
        if (errors.any()) {
            return form.refused(id, errors);
        }
        ChecklistItem.add(action, lines, viewer.person(), viewer.now());
        FormKey.used(form.key(), form, viewer.person(), there(id), viewer.now());
        return Pages.seeOther(there(id));
    }

    /** Where somebody else changed the line meanwhile, the page says what stands there now and keeps what was typed. */
    @POST
    @Path("/{id}/checklist/{item}")
    @Transactional
    public Response update(long id, long item, @RestForm String was, WorkForm form) {
        var step = ChecklistItem.of(WorkForm.on(id), item);
        var typed = new WorkForm(form.key(), "", "", "", String.valueOf(item), form.line(), "", "", List.of());
        var errors = Checklist.checkLine(form.line());
        if (errors.any()) {
            return typed.refused(id, errors);
        }
        var line = Typed.line(form.line());
        if (!step.text.equals(was) && !line.equals(step.text)) {
            return typed.clashing(id, Errors.none().add("line", "Somebody changed this step meanwhile. It says now: " + step.text));
        }
        step.edit(line, viewer.person(), viewer.now());
        return Pages.seeOther(there(id));
    }

    @POST
    @Path("/{id}/checklist/{item}/tick")
    @Transactional
    public Response tick(long id, long item, @RestForm String done) {
        ChecklistItem.of(WorkForm.on(id), item).tick("true".equals(done), viewer.person(), viewer.now());
        return Pages.seeOther(there(id));
    }

    @POST
    @Path("/{id}/checklist/{item}/place")
    @Transactional
    public Response move(long id, long item, @RestForm String to) {
        ChecklistItem.of(WorkForm.on(id), item).move("up".equals(to), viewer.person(), viewer.now());
        return Pages.seeOther(there(id));
    }

    @POST
    @Path("/{id}/checklist/{item}/removal")
    @Transactional
    public Response remove(long id, long item) {
        ChecklistItem.of(WorkForm.on(id), item).remove(viewer.person(), viewer.now());
        return Pages.seeOther(there(id));
    }

    private static String there(long id) {
        return "/actions/" + id + "#checklist";
    }
}
