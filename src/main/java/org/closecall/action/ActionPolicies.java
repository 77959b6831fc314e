package org.closecall.action;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.people.Change;
import org.closecall.people.Role;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** Deciding how long promises usually take, and when to ask whether they helped. */
@Path("/admin/action-policy")
@RolesAllowed(Role.ADMINISTRATORS)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class ActionPolicies {

    private static final int SHOWN = 20;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance edit(PolicyForm form, List<PolicyForm.Row> rows, List<Aim> aims, Errors errors, Conflict conflict, List<Change> history);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance edit() {
        var policy = ActionPolicy.current();
        return page(PolicyForm.of(policy, ActionTerm.all()), policy, Errors.none(), null);
    }

    @POST
    @Transactional
    public Response update(MultivaluedMap<String, String> fields) {
        var form = PolicyForm.of(fields);
        var policy = ActionPolicy.changing();
        var errors = form.check();
        if (errors.any()) {
            return Pages.invalid(page(form, policy, errors, null));
        }
        var terms = ActionTerm.all();
        var saved = PolicyForm.of(policy, terms);
        var conflict = form.against(saved, policy);
        if (conflict != null) {
            return Pages.conflict(page(form.merged(saved, conflict), policy, errors, conflict));
        }
        var changed = !form.snapshot().equals(saved.snapshot());
        if (changed) {
            form.applyTo(policy, terms);
            policy.edited(saved.snapshot(), form.snapshot(), viewer.person(), viewer.now());
        }
        flash.notice(changed ? "Saved. It holds for what is promised and verified from now on." : "Nothing was changed.");
        return Pages.seeOther("/admin/action-policy");
    }

    private static TemplateInstance page(PolicyForm form, ActionPolicy policy, Errors errors, Conflict conflict) {
        return Templates.edit(form, PolicyForm.rows(), List.of(Aim.values()), errors, conflict, Change.latest(policy.subject(), SHOWN));
    }
}
