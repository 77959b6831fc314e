package org.closecall.catalog;

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

@Path("/admin/factor-categories")
@RolesAllowed(Role.ADMINISTRATORS)
class FactorCategories {

    static final String ADDRESS = "/admin/factor-categories";
    private static final int SHOWN = 20;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(List<FactorCategoryRow> rows);

        /** The category is null when it is new, the conflict unless somebody saved meanwhile, earlier unless the form made one before. */
        static native TemplateInstance form(FactorCategoryForm form, FactorCategory category, Errors errors, Conflict conflict, String earlier, List<Change> history);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance index() {
        return Templates.index(FactorCategoryRow.all());
    }

    @GET
    @Path("/new")
    public TemplateInstance blank() {
        return page(FactorCategoryForm.blank(), null, Errors.none(), null, null);
    }

    @POST
    @Transactional
    public Response create(FactorCategoryForm form) {
        var use = FormKey.use(form.key(), form, viewer.person());
        if (use.location() != null) {
            return use.repeated() ? Pages.seeOther(use.location()) : Pages.conflict(page(form.again(), null, Errors.none(), null, use.location()));
        }
        FactorCategory.takeTurn();
        var errors = form.errors(validator, null);
        if (errors.any()) {
            return Pages.invalid(page(form, null, errors, null, null));
        }
        var category = form.applyTo(new FactorCategory());
        category.added(viewer.person(), viewer.now());
        FormKey.used(form.key(), form, viewer.person(), ADDRESS, viewer.now());
        flash.notice("“" + category.name + "” can be chosen for every factor from now on.");
        return Pages.seeOther(ADDRESS);
    }

    @GET
    @Path("/{id}/edit")
    public TemplateInstance edit(long id) {
        var category = FactorCategory.found(id);
        return page(FactorCategoryForm.of(category), category, Errors.none(), null, null);
    }

    @POST
    @Path("/{id}")
    @Transactional
    public Response update(long id, FactorCategoryForm form) {
        var category = FactorCategory.changing(id);
        var errors = form.errors(validator, category);
        if (errors.any()) {
            return Pages.invalid(page(form, category, errors, null, null));
        }
        var conflict = form.against(category);
        if (conflict != null) {
            return Pages.conflict(page(form.merged(category, conflict), category, errors, conflict, null));
        }
        var before = category.snapshot();
        form.applyTo(category);
        flash.notice(category.edited(before, viewer.person(), viewer.now()) ? "“" + category.name + "” is saved, for every factor that has it." : "Nothing was changed.");
        return Pages.seeOther(ADDRESS);
    }

    private static TemplateInstance page(FactorCategoryForm form, FactorCategory category, Errors errors, Conflict conflict, String earlier) {
        return Templates.form(form, category, errors, conflict, earlier, category == null ? List.of() : Change.latest(category.subject(), SHOWN));
    }
}
