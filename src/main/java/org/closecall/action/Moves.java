package org.closecall.action;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Predicate;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Formats;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;

/** What people do to an action besides editing it. Each may be sent twice: the second changes nothing and says nothing. */
@Path("/actions")
@RolesAllowed(Role.MEMBERS)
class Moves {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Path("/{id}/start")
    @Transactional
    public Response start(long id) {
        return made(id, Step::start, "It is in progress.");
    }

    @POST
    @Path("/{id}/completion")
    @Transactional
    public Response complete(long id, MoveForm form) {
        var waiting = Blocker.unfinished(List.of(ActionItem.changing(id))).getOrDefault(id, 0L);
        var remark = waiting == 0 ? "" : waiting == 1 ? " One action it waited for is not finished." : " " + waiting + " actions it waited for are not finished.";
        return answered(id, form, form.evidence(), form.needs("evidence", form.evidence(), "What shows that it is done? One line or an address is enough"),
                step -> step.complete(Typed.orNull(form.evidence())), "It is done. Somebody else can now say whether it works." + remark);
    }

    @POST
    @Path("/{id}/verification")
    @Transactional
    public Response verify(long id, MoveForm form) {
        var action = ActionItem.changing(id);
        var errors = form.allows("how", form.how());
        if (action.state == ActionState.DONE && !action.verifiableBy(viewer.person())) {
            errors.add("how", "Somebody else has to say this: neither who did it nor whose promise it is");
        }
        var judgeOn = viewer.today().plusDays(ActionPolicy.current().judgeAfterDays);
        return answered(id, form, form.how(), errors, step -> step.verify(Typed.orNull(form.how()), judgeOn), "It is verified. On " + Formats.day(judgeOn) + " you will be asked whether it helped.");
    }

    @POST
    @Path("/{id}/dropping")
    @Transactional
    public Response drop(long id, MoveForm form) {
        return answered(id, form, form.dropReason(), form.needs("dropReason", form.dropReason(), "Why will it not be done?"), step -> step.drop(Typed.orNull(form.dropReason())), "It is dropped. It stays listed with its reason.");
    }

    /** What was only begun goes back without a word. */
    @POST
    @Path("/{id}/reopening")
    @Transactional
    public Response reopen(long id, MoveForm form) {
        var begun = ActionItem.changing(id).state == ActionState.IN_PROGRESS;
        var errors = begun ? form.allows("reason", form.reason()) : form.needs("reason", form.reason(), "Why is it open again?");
        return answered(id, form, form.reason(), errors, step -> step.reopen(Typed.orNull(form.reason())), "It is open again.");
    }

    /** An empty answer says that nothing is in the way any more. */
    @POST
    @Path("/{id}/blocking")
    @Transactional
    public Response block(long id, MoveForm form) {
        return answered(id, form, form.waitsFor(), form.allows("waitsFor", form.waitsFor()), step -> step.block(Typed.orNull(form.waitsFor())),
                Typed.given(form.waitsFor()) ? "It is marked as blocked." : "Nothing is in its way any more.");
    }

    @POST
    @Path("/{id}/removal")
    @Transactional
    public Response remove(long id) {
        return made(id, step -> step.action().remove(step.by(), step.now()), "It is removed from all lists. You can restore it here at any time.");
    }

    @POST
    @Path("/{id}/restoring")
    @Transactional
    public Response restore(long id) {
        return made(id, step -> step.action().restore(step.by(), step.now()), "It is back.");
    }

    /** words: what was said with it. Who looked at an older state is shown the present one and keeps the words. */
    private Response answered(long id, MoveForm form, String words, Errors errors, Predicate<Step> move, String notice) {
        var action = ActionItem.changing(id);
        var last = Transition.latest(action);
        if (last != null && Typed.given(form.seen()) && !form.seen().equals(last.id.toString())) {
            return last.says(viewer.person(), Typed.orNull(words)) ? Pages.seeOther("/actions/" + id) : Pages.conflict(Actions.Templates.show(ActionPage.meanwhile(ActionItem.shown(id), form, words)));
        }
        return errors.any() ? Pages.invalid(Actions.Templates.show(ActionPage.of(ActionItem.shown(id), form, errors))) : made(id, move, notice);
    }

    private Response made(long id, Predicate<Step> move, String notice) {
        if (move.test(new Step(ActionItem.changing(id), viewer.person(), viewer.now()))) {
            flash.notice(notice);
        }
        return Pages.seeOther("/actions/" + id);
    }
}
