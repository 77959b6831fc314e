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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.closecall.catalog.Service;
import org.closecall.people.Change;
import org.closecall.people.Role;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Option;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/prevention/slos")
class Objectives {

    private static final int SHOWN = 10;

    @CheckedTemplate
    static class Templates {
        /** burning: the ids of objectives with an alert that stands. The service is null where those of all are listed. */
        static native TemplateInstance index(List<Budget> inUse, List<Objective> retired, Set<Long> burning, Service service);

        static native TemplateInstance show(BudgetPage page, List<Change> history);

        /** The objective is null when it is new, the conflict unless somebody saved meanwhile, earlier unless the form made one before. */
        static native TemplateInstance form(ObjectiveForm form, Objective objective, Errors errors, Conflict conflict, String earlier, List<Option> services, List<Option> teams, List<Option> kinds, List<Option> windows);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance index(@RestQuery String service) {
        var of = Typed.given(service) ? Service.found(Objects.requireNonNullElse(Typed.id(service), -1L)) : null;
        var all = Objective.all().stream().filter(one -> of == null || one.service.id.equals(of.id)).toList();
        var inUse = all.stream().filter(one -> !one.archived()).toList();
        return Templates.index(Budgets.of(inUse, viewer.now(), viewer.organisation().zone()), all.stream().filter(Objective::archived).toList(), BurnRateAlert.burning(), of);
    }

    @GET
    @Path("/new")
    @RolesAllowed(Role.MEMBERS)
    public TemplateInstance blank(@RestQuery String service) {
        return form(ObjectiveForm.blank(service), null, Errors.none(), null, null);
    }

    @POST
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response create(ObjectiveForm form) {
        var me = viewer.person();
        var use = FormKey.use(form.key(), form, me);
        if (use.location() != null) {
            return use.repeated() ? Pages.seeOther(use.location()) : Pages.conflict(form(form.again(), null, Errors.none(), null, use.location()));
        }
        var errors = form.errors(validator, null);
        if (errors.any()) {
            return Pages.invalid(form(form, null, errors, null, null));
        }
        var objective = form.objective(viewer.now());
        objective.added(me, viewer.now());
        FormKey.used(form.key(), form, me, objective.address(), viewer.now());
        flash.notice(objective.name + " is an objective of " + objective.service.name + " now.");
        return Pages.seeOther(objective.address());
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(long id) {
        var objective = Objective.found(id);
        return Templates.show(BudgetPage.of(objective, viewer), Change.latest(objective.subject(), SHOWN));
    }

    @GET
    @Path("/{id}/edit")
    @RolesAllowed(Role.MEMBERS)
    public TemplateInstance edit(long id) {
        var objective = Objective.found(id);
        return form(ObjectiveForm.of(objective), objective, Errors.none(), null, null);
    }

    @POST
    @Path("/{id}")
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response update(long id, ObjectiveForm form) {
        var objective = Objective.changing(id);
        var errors = form.errors(validator, objective);
        if (errors.any()) {
            return Pages.invalid(form(form, objective, errors, null, null));
        }
        var conflict = form.against(objective);
        if (conflict != null) {
            return Pages.conflict(form(form.merged(objective, conflict), objective, errors, conflict, null));
        }
        var before = objective.snapshot();
        form.applyTo(objective);
        var changed = objective.edited(before, viewer.person(), viewer.now());
        flash.notice(changed ? objective.name + " is saved." : "Nothing was changed.");
        return Pages.seeOther(objective.address());
    }

    private static TemplateInstance form(ObjectiveForm form, Objective objective, Errors errors, Conflict conflict, String earlier) {
        return Templates.form(form, objective, errors, conflict, earlier, ObjectiveForm.services(objective), ObjectiveForm.teams(objective), ObjectiveKind.options(), WindowKind.options());
    }
}
