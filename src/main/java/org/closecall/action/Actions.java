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
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Role;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/actions")
class Actions {

    private static final int MOST_ACCEPTED = 5;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(ActionFilter filter, ActionCounts all, ActionCounts matching, ActionList list, List<RiskAcceptance> accepted, Choices choices);

        static native TemplateInstance board(Board board, Choices choices);

        static native TemplateInstance blank(ActionForm form, Errors errors, Choices choices, String earlier);

        static native TemplateInstance show(ActionPage page);

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
        if (filter.board()) {
            return Templates.board(Board.of(filter, null, viewer), Choices.forFilter());
        }
        var all = ActionCounts.ofAll(viewer);
        var plain = !filter.any() && filter.after == null;
        return Templates.index(filter, all, ActionCounts.ofList(filter, all, viewer), ActionList.of(filter, viewer), plain ? RiskAcceptance.standing(MOST_ACCEPTED) : List.of(), Choices.forFilter());
    }

    /** follows: the action that did not help, after which this one is made. */
    @GET
    @Path("/new")
    @RolesAllowed(Role.MEMBERS)
    public TemplateInstance blank(@RestQuery String follows, @RestQuery String aim) {
        var former = former(follows);
        var draft = former == null ? ActionDraft.blank(null, Origin.NONE, aim) : ActionDraft.following(former);
        return Templates.blank(draft.form("", viewer.today()), Errors.none(), choices(former), null);
    }

    @POST
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response create(ActionForm form) {
        var former = former(form.follows());
        var choices = choices(former);
        var errors = form.check(Errors.of(validator.validate(form)), null, viewer.today(), choices);
        if (errors.any()) {
            return Pages.invalid(Templates.blank(form, errors, choices, null));
        }
        var use = FormKey.use(form.key(), form, viewer.person());
        if (use.location() != null) {
            return use.repeated() ? Pages.seeOther(use.location()) : Pages.conflict(Templates.blank(form.again(), errors, choices, use.location()));
        }
        var occurrence = former == null || former.occurrence == null ? null : Occurrence.adding(former.occurrence.number);
        var action = form.born(new ActionItem(), occurrence != null).add(occurrence, viewer.person(), viewer.now());
        FormKey.used(form.key(), form, viewer.person(), "/actions/" + action.id, viewer.now());
        flash.notice("The action is added." + weekend(action));
        return Pages.seeOther("/actions/" + action.id);
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(long id, @RestQuery String evidence) {
        var action = ActionItem.shown(id);
        if (!viewer.member() && !action.listed()) {
            throw new NotFoundException();
        }
        return Templates.show(ActionPage.of(action, MoveForm.blank(evidence), Errors.none()));
    }

    @GET
    @Path("/{id}/edit")
    @RolesAllowed(Role.MEMBERS)
    public TemplateInstance edit(long id) {
        var action = ActionItem.shown(id);
        return Templates.edit(action, ActionForm.of(action), Errors.none(), Choices.forForm(action, action.occurrence, viewer.today()), null);
    }

    @POST
    @Path("/{id}")
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response update(long id, ActionForm form) {
        var action = ActionItem.changing(id);
        var choices = Choices.forForm(action, action.occurrence, viewer.today());
        var errors = form.check(Errors.of(validator.validate(form)), action.dueOn, viewer.today(), choices);
        if (errors.any()) {
            return Pages.invalid(Templates.edit(action, form, errors, choices, null));
        }
        var conflict = form.against(action);
        if (conflict != null) {
            return Pages.conflict(Templates.edit(action, form.merged(action, conflict), errors, choices, conflict));
        }
        var before = action.snapshot();
        form.applyTo(action);
        flash.notice(action.edited(before, viewer.person(), viewer.now()) ? "Saved." + weekend(action) : "Nothing was changed.");
        return Pages.seeOther("/actions/" + id);
    }

    /** Said, and no more: a weekend may be meant. */
    private String weekend(ActionItem action) {
        var due = action.dueOn == null ? null : action.due(viewer.today());
        return due == null || due.weekend() == null ? "" : " It is due on a " + due.weekend() + ": is somebody there then?";
    }

    private static ActionItem former(String follows) {
        var id = Typed.id(follows);
        return id == null ? null : ActionItem.shown(id);
    }

    private Choices choices(ActionItem former) {
        return Choices.forForm(null, former == null ? null : former.occurrence, viewer.today());
    }
}
