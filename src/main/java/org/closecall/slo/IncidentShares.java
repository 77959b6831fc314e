package org.closecall.slo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** What one incident took of one budget, where the computed minutes are not right. */
@Path("/prevention/slos")
@RolesAllowed(Role.MEMBERS)
class IncidentShares {

    @CheckedTemplate
    static class Templates {
        /** saved is what somebody else has said meanwhile, or null; incident is how it counts now, null where it does not. */
        static native TemplateInstance edit(Objective objective, Occurrence occurrence, BudgetIncident incident, IncidentShareForm form, Errors errors, Map<String, String> saved);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @GET
    @Path("/{id}/incidents/{number}")
    public TemplateInstance edit(long id, long number) {
        var objective = timed(Objective.found(id));
        var occurrence = incident(objective, Occurrence.numbered(number));
        return page(objective, occurrence, IncidentShareForm.of(IncidentShare.of(objective, occurrence)), Errors.none(), null);
    }

    @POST
    @Path("/{id}/incidents/{number}")
    @Transactional
    public Response update(long id, long number, IncidentShareForm form) {
        var occurrence = Occurrence.adding(number);
        var objective = timed(Objective.changing(id));
        incident(objective, occurrence);
        var errors = Errors.of(validator.validate(form));
        form.check(errors);
        if (errors.any()) {
            return Pages.invalid(page(objective, occurrence, form, errors, null));
        }
        var said = IncidentShare.of(objective, occurrence);
        if (!IncidentShareForm.was(said).equals(form.was())) {
            return Pages.conflict(page(objective, occurrence, form.over(said), errors, IncidentShare.snapshot(said)));
        }
        IncidentShare.say(objective, occurrence, form.percent(), form.badMinutes(), form.why(), viewer.person(), viewer.now());
        flash.notice("Saved: what #" + occurrence.number + " took of this budget.");
        return Pages.seeOther(objective.address());
    }

    private static Objective timed(Objective objective) {
        if (!objective.kind.time()) {
            throw new NotFoundException("Requests are counted from samples, not from incidents");
        }
        return objective;
    }

    private static Occurrence incident(Objective objective, Occurrence occurrence) {
        if (occurrence.kind != Kind.INCIDENT || !occurrence.services.contains(objective.service)) {
            throw new NotFoundException("#" + occurrence.number + " is no incident of " + objective.service.name);
        }
        return occurrence;
    }

    private TemplateInstance page(Objective objective, Occurrence occurrence, IncidentShareForm form, Errors errors, Map<String, String> saved) {
        return Templates.edit(objective, occurrence, BudgetPage.incident(objective, occurrence, viewer), form, errors, saved);
    }
}
