package org.closecall.action;

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
import org.closecall.people.Change;
import org.closecall.people.Role;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

@Path("/admin/strategies")
@RolesAllowed(Role.ADMINISTRATORS)
class Strategies {

    static final String ADDRESS = "/admin/strategies";
    private static final int SHOWN = 20;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(List<StrategyRow> rows);

        /** The strategy is null when it is new, the conflict unless somebody saved meanwhile, earlier unless the form made one before. */
        static native TemplateInstance form(StrategyForm form, Strategy strategy, Errors errors, Conflict conflict, String earlier, List<Change> history);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance index() {
        return Templates.index(StrategyRow.all());
    }

    @GET
    @Path("/new")
    public TemplateInstance blank() {
        return page(StrategyForm.blank(), null, Errors.none(), null, null);
    }

    @POST
    @Transactional
    public Response create(StrategyForm form) {
        var use = FormKey.use(form.key(), form, viewer.person());
        if (use.location() != null) {
            return use.repeated() ? Pages.seeOther(use.location()) : Pages.conflict(page(form.again(), null, Errors.none(), null, use.location()));
        }
        Strategy.takeTurn();
        var errors = form.errors(validator, null);
        if (errors.any()) {
            return Pages.invalid(page(form, null, errors, null, null));
        }
        var strategy = form.applyTo(new Strategy());
        strategy.added(viewer.person(), viewer.now());
        FormKey.used(form.key(), form, viewer.person(), ADDRESS, viewer.now());
        flash.notice("“" + strategy.name + "” can be chosen for every action from now on.");
        return Pages.seeOther(ADDRESS);
    }

    @GET
    @Path("/{id}/edit")
    public TemplateInstance edit(long id) {
        var strategy = Strategy.found(id);
        return page(StrategyForm.of(strategy), strategy, Errors.none(), null, null);
    }

    @POST
    @Path("/{id}")
    @Transactional
    public Response update(long id, StrategyForm form) {
        var strategy = Strategy.changing(id);
        var errors = form.errors(validator, strategy);
        if (errors.any()) {
            return Pages.invalid(page(form, strategy, errors, null, null));
        }
        var conflict = form.against(strategy);
        if (conflict != null) {
            return Pages.conflict(page(form.merged(strategy, conflict), strategy, errors, conflict, null));
        }
        var before = strategy.snapshot();
        form.applyTo(strategy);
        flash.notice(strategy.edited(before, viewer.person(), viewer.now()) ? "“" + strategy.name + "” is saved, for every action that has it." : "Nothing was changed.");
        return Pages.seeOther(ADDRESS);
    }

    private static TemplateInstance page(StrategyForm form, Strategy strategy, Errors errors, Conflict conflict, String earlier) {
        return Templates.form(form, strategy, errors, conflict, earlier, strategy == null ? List.of() : Change.latest(strategy.subject(), SHOWN));
    }
}
