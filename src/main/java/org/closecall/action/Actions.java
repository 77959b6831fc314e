package org.closecall.action;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.people.Change;
import org.closecall.people.Role;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

@Path("/actions")
class Actions {

    private static final int MOST_CHANGES = 100;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(ActionFilter filter, ActionCounts all, ActionCounts matching, ActionList list, Choices choices);

        static native TemplateInstance board(ActionFilter filter, ActionCounts all, List<Column> columns, Choices choices);

        static native TemplateInstance show(ActionItem action, List<Change> history);

        static native TemplateInstance edit(ActionItem action, ActionForm form, Errors errors, Choices choices, Conflict conflict);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance index(@BeanParam ActionFilter filter) {
        var all = ActionCounts.ofAll(viewer);
        var matching = filter.any() ? ActionCounts.matching(filter, viewer) : all;
        return filter.board() ? Templates.board(filter, all, Column.board(filter, matching, viewer), Choices.forFilter())
                : Templates.index(filter, all, matching, ActionList.of(filter, viewer), Choices.forFilter());
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(long id) {
        var action = ActionItem.shown(id);
        if (!viewer.member() && !action.listed()) {
            throw new NotFoundException();
        }
        return Templates.show(action, Change.latest(action.subject(), MOST_CHANGES));
    }

    @GET
    @Path("/{id}/edit")
    @RolesAllowed(Role.MEMBERS)
    public TemplateInstance edit(long id) {
        var action = ActionItem.shown(id);
        return Templates.edit(action, ActionForm.of(action), Errors.none(), Choices.forForm(action.owner), null);
    }

    @POST
    @Path("/{id}")
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response update(long id, ActionForm form) {
        var action = ActionItem.changing(id);
        var choices = Choices.forForm(action.owner);
        var errors = form.check(Errors.of(validator.validate(form)), action.dueOn, viewer.today(), choices.owners());
        if (errors.any()) {
            return Pages.invalid(Templates.edit(action, form, errors, choices, null));
        }
        var conflict = form.against(action);
        if (conflict != null) {
            return Pages.conflict(Templates.edit(action, form.merged(action, conflict), errors, choices, conflict));
        }
        var before = action.snapshot();
        form.applyTo(action);
        flash.notice(action.edited(before, viewer.person(), viewer.now()) ? "Saved." : "Nothing was changed.");
        return Pages.seeOther("/actions/" + id);
    }
}
