package org.closecall.action;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.people.Role;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;

/** Anybody may answer whether an action helped: whoever promised it is not the only one who sees. */
@Path("/actions")
@RolesAllowed(Role.MEMBERS)
class EffectJudgements {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @POST
    @Path("/{id}/effect")
    @Transactional
    public Response create(long id, WorkForm form) {
        var action = ActionItem.changing(id);
        var sent = form.sentBefore(id, "because", viewer.person());
        if (sent != null) {
            return sent;
        }
        var errors = form.checkVerdict();
        if (errors.any() && EffectJudgement.judgeable(action)) {
            return form.refused(id, errors);
        }
        var verdict = Typed.choice(Judged.class, form.verdict());
        var again = viewer.today().plusDays(ActionPolicy.current().judgeAfterDays);
        var there = "/actions/" + id + "#effect";
        if (EffectJudgement.give(action, verdict, Typed.orNull(form.because()), again, viewer.person(), viewer.now())) {
            FormKey.used(form.key(), form, viewer.person(), there, viewer.now());
            flash.notice(verdict.thanks);
        }
        return Pages.seeOther(there);
    }
}
