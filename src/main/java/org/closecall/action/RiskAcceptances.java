package org.closecall.action;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.action.RiskAcceptance.Decision;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

/** Living with a risk for a while: asked by one, decided by another. */
@Path("/actions")
@RolesAllowed(Role.MEMBERS)
class RiskAcceptances {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    /** Asked twice, it is asked once. */
    @POST
    @Path("/{id}/risk-acceptance")
    @Transactional
    public Response create(long id, MoveForm form) {
        var action = ActionItem.changing(id);
        if (action.removed() || !action.state.leadsTo(ActionState.RISK_ACCEPTED) || RiskAcceptance.waiting(action) != null) {
            return Pages.seeOther("/actions/" + id);
        }
        var errors = form.checkRisk(viewer.today(), ActionPage.others(ActionPage.approvers(action), viewer.person()));
        if (errors.any()) {
            return page(id, form, errors);
        }
        var asked = RiskAcceptance.ask(action, Typed.orNull(form.riskReason()), Typed.date(form.until()), form.approving(), viewer.person(), viewer.now());
        flash.notice(asked.approver.name + " is asked. Until the answer is yes it stays open.");
        return Pages.seeOther("/actions/" + id);
    }

    /** Who was asked accepts or declines; who asked, or an administrator, takes the question back. */
    @POST
    @Path("/{id}/risk-decision")
    @Transactional
    public Response update(long id, @RestForm String decision, MoveForm form) {
        var action = ActionItem.changing(id);
        var asked = RiskAcceptance.waiting(action);
        var said = Typed.choice(Decision.class, decision);
        if (asked == null || said == null || action.removed()) {
            return Pages.seeOther("/actions/" + id);
        }
        if (!mayDecide(asked, said)) {
            throw new NotFoundException();
        }
        if (!asked.id.toString().equals(form.asked())) {
            return Pages.conflict(Actions.Templates.show(ActionPage.of(ActionItem.shown(id), form, Errors.none().add("note", "The question has changed since you opened the page: read it again"))));
        }
        var errors = said == Decision.DECLINED ? form.needs("note", form.note(), "Why not? One sentence helps whoever asked") : form.allows("note", form.note());
        if (said == Decision.ACCEPTED && !asked.until.isAfter(viewer.today())) {
            errors.add("note", "The day it was asked for has passed: decline, and let them ask again");
        }
        if (said == Decision.ACCEPTED && action.owner != null && action.owner.id.equals(viewer.person().id)) {
            errors.add("note", "It is your own promise by now: decline, and let somebody else decide");
        }
        if (errors.any()) {
            return page(id, form, errors);
        }
        asked.decide(said, Typed.orNull(form.note()), viewer.person(), viewer.now());
        flash.notice(said == Decision.ACCEPTED ? "The risk is accepted. The day after it is open again." : said == Decision.DECLINED ? "Declined. It stays open." : "The question is taken back.");
        return Pages.seeOther("/actions/" + id);
    }

    private boolean mayDecide(RiskAcceptance asked, Decision said) {
        var me = viewer.person().id;
        return said == Decision.WITHDRAWN ? asked.askedBy.id.equals(me) || viewer.administrator() : asked.approver.id.equals(me);
    }

    private static Response page(long id, MoveForm form, Errors errors) {
        return Pages.invalid(Actions.Templates.show(ActionPage.of(ActionItem.shown(id), form, errors)));
    }
}
