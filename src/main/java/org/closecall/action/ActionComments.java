package org.closecall.action;

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
import java.util.HashSet;
import org.closecall.people.Person;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** What people say about an action. */
@Path("/actions")
class ActionComments {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(ActionItem action, Talk talk);

        static native TemplateInstance edit(ActionComment comment, String text, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    /** before: those earlier than the comment with that id. */
    @GET
    @Path("/{id}/comments")
    public TemplateInstance index(long id, @RestQuery String before) {
        var action = ActionItem.shown(id);
        if (!viewer.member() && !action.listed()) {
            throw new NotFoundException();
        }
        return Templates.index(action, Talk.of(action, Typed.id(before)));
    }

    @POST
    @Path("/{id}/comments")
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response create(long id, WorkForm form) {
        var action = WorkForm.on(id);
        var sent = form.sentBefore(id, "comment", viewer.person());
        if (sent != null) {
            return sent;
        }
        var errors = form.checkComment();
        if (errors.any()) {
            return form.refused(id, errors);
        }
        var ids = new HashSet<>(Typed.ids(form.told()));
        var chosen = Person.working().stream().filter(person -> ids.contains(person.id)).toList();
        var comment = ActionComment.write(action, Typed.orNull(form.comment()), chosen, viewer.person(), viewer.now());
        FormKey.used(form.key(), form, viewer.person(), there(comment), viewer.now());
        return Pages.seeOther(there(comment));
    }

    @GET
    @Path("/{id}/comments/{comment}/edit")
    @RolesAllowed(Role.MEMBERS)
    public TemplateInstance edit(long id, long comment) {
        var own = own(ActionItem.shown(id), comment);
        return Templates.edit(own, own.text, Errors.none());
    }

    /** Only whoever wrote it can, from two windows at once: what stands there now is shown beside what was typed. */
    @POST
    @Path("/{id}/comments/{comment}")
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response update(long id, long comment, @RestForm String version, WorkForm form) {
        var own = own(WorkForm.on(id), comment);
        var errors = form.checkComment();
        if (errors.any()) {
            return Pages.invalid(Templates.edit(own, form.comment(), errors));
        }
        var text = Typed.orNull(form.comment());
        if (Typed.version(version) != own.version && !text.equals(own.text)) {
            return Pages.conflict(Templates.edit(own, form.comment(), errors.add("comment", "It was changed meanwhile. Saved again, yours takes the place of what stands there now")));
        }
        own.edit(text, viewer.now());
        return Pages.seeOther(there(own));
    }

    /** One's own; administrators anybody's. */
    @POST
    @Path("/{id}/comments/{comment}/removal")
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response remove(long id, long comment) {
        var found = ActionComment.of(WorkForm.on(id), comment);
        if (!found.by(viewer.person()) && !viewer.administrator()) {
            throw new NotFoundException();
        }
        found.remove(viewer.person(), viewer.now());
        flash.notice("The comment is removed. The history keeps what it said.");
        return Pages.seeOther(there(found));
    }

    private ActionComment own(ActionItem action, long comment) {
        var found = ActionComment.of(action, comment);
        if (found.removed() || !found.by(viewer.person())) {
            throw new NotFoundException();
        }
        return found;
    }

    private static String there(ActionComment comment) {
        return "/actions/" + comment.action.id + "#comment-" + comment.id;
    }
}
