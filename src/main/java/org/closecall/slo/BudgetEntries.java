package org.closecall.slo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

@Path("/prevention/slos")
@RolesAllowed(Role.MEMBERS)
class BudgetEntries {

    @CheckedTemplate
    static class Templates {
        /** earlier: what this form made before, when it now says something else. */
        static native TemplateInstance blank(Objective objective, BudgetEntryForm form, Errors errors, String earlier);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @GET
    @Path("/{id}/entries/new")
    public TemplateInstance blank(long id) {
        return Templates.blank(Objective.found(id), BudgetEntryForm.blank(viewer), Errors.none(), null);
    }

    @POST
    @Path("/{id}/entries")
    @Transactional
    public Response create(long id, BudgetEntryForm form) {
        var objective = Objective.changing(id);
        var use = FormKey.use(form.key(), form, viewer.person());
        if (use.location() != null) {
            return use.repeated() ? Pages.seeOther(use.location()) : Pages.conflict(Templates.blank(objective, form.again(), Errors.none(), use.location()));
        }
        var errors = Errors.of(validator.validate(form));
        form.check(errors, objective, viewer);
        if (errors.any()) {
            return Pages.invalid(Templates.blank(objective, form, errors, null));
        }
        form.entry(objective, viewer).add(viewer.person(), viewer.now());
        FormKey.used(form.key(), form, viewer.person(), objective.address(), viewer.now());
        flash.notice("Written down. It counts in every window that holds its moment.");
        return Pages.seeOther(objective.address());
    }

    @POST
    @Path("/{id}/entries/{entry}/removal")
    @Transactional
    public Response remove(long id, long entry) {
        var objective = Objective.changing(id);
        BudgetEntry.changing(objective, entry).remove(viewer.person(), viewer.now());
        flash.notice("Taken back. The history keeps it.");
        return Pages.seeOther(objective.address());
    }
}
