package org.closecall.tracker;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.action.ActionItem;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** Pages elsewhere that belong to an action. */
@Path("/actions")
@RolesAllowed(Role.MEMBERS)
class ActionLinks {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance blank(ActionItem action, LinkForm form, Errors errors, String earlier);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @GET
    @Path("/{id}/links/new")
    public TemplateInstance blank(long id) {
        return Templates.blank(present(ActionItem.findById(id)), LinkForm.blank(), Errors.none(), null);
    }

    @POST
    @Path("/{id}/links")
    @Transactional
    public Response create(long id, LinkForm form) {
        var action = changing(id);
        var use = FormKey.use(form.key(), form, viewer.person());
        if (use.repeated()) {
            return Pages.seeOther(there(id));
        }
        var errors = form.check(validator, action);
        if (errors.any()) {
            return Pages.invalid(Templates.blank(action, form, errors, null));
        }
        if (use.changed()) {
            return Pages.conflict(Templates.blank(action, form.again(), errors, use.location()));
        }
        var link = form.link();
        link.add(action, Place.of(link.url, Tracker.inUse()), viewer.person(), viewer.now());
        FormKey.used(form.key(), form, viewer.person(), there(id), viewer.now());
        flash.notice(link.tracker != null ? link.name() + " is linked, and followed." : "The link is added.");
        return Pages.seeOther(there(id));
    }

    @POST
    @Path("/{id}/links/{link}/removal")
    @Transactional
    public Response remove(long id, long link) {
        if (ActionLink.changing(changing(id), link).remove(viewer.person(), viewer.now())) {
            flash.undoable("The link is removed.", "/actions/" + id + "/links/" + link + "/restoring");
        }
        return Pages.seeOther(there(id));
    }

    @POST
    @Path("/{id}/links/{link}/restoring")
    @Transactional
    public Response restore(long id, long link) {
        if (ActionLink.changing(changing(id), link).bringBack(viewer.person(), viewer.now())) {
            flash.notice("The link is back.");
        }
        return Pages.seeOther(there(id));
    }

    /** Not yet: closed there is not done here. */
    @POST
    @Path("/{id}/links/proposals/{proposal}/dismissal")
    @Transactional
    public Response dismiss(long id, long proposal) {
        if (DoneProposal.changing(changing(id), proposal).notYet(viewer.person(), viewer.now())) {
            flash.notice("Noted. You are asked again when it was opened and closed once more.");
        }
        return Pages.seeOther(there(id));
    }

    static String there(long id) {
        return "/actions/" + id + "#links";
    }

    /** Locked, so that two who add at once do not add the same twice. */
    static ActionItem changing(long id) {
        var action = present(ActionItem.<ActionItem>findById(id, LockModeType.PESSIMISTIC_WRITE));
        if (!action.listed()) {
            throw new NotFoundException();
        }
        return action;
    }

    static ActionItem present(ActionItem found) {
        if (found == null) {
            throw new NotFoundException("There is no such action");
        }
        return found;
    }
}
