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
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Change;
import org.closecall.people.Role;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Option;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

@Path("/critical-paths")
class CriticalPaths {

    private static final int SHOWN = 10;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(List<CriticalPathRow> inUse, List<CriticalPathRow> archived, Lately lately);

        static native TemplateInstance show(CriticalPath path, List<Occurrence> latest, List<Change> history);

        /** The path is null when it is new, the conflict unless somebody saved meanwhile, earlier unless the form made one before. */
        static native TemplateInstance form(CriticalPathForm form, CriticalPath path, Errors errors, Conflict conflict, String earlier, List<Option> teams, List<Option> services);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance index() {
        var lately = Lately.of(viewer);
        var rows = CriticalPathRow.all(lately.since());
        return Templates.index(rows.stream().filter(row -> !row.archived()).toList(), rows.stream().filter(CriticalPathRow::archived).toList(), lately);
    }

    @GET
    @Path("/new")
    @RolesAllowed(Role.MEMBERS)
    public TemplateInstance blank() {
        return form(CriticalPathForm.blank(), null, Errors.none(), null, null);
    }

    @POST
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response create(CriticalPathForm form) {
        var me = viewer.person();
        var use = FormKey.use(form.key(), form, me);
        if (use.location() != null) {
            return use.repeated() ? Pages.seeOther(use.location()) : Pages.conflict(form(form.again(), null, Errors.none(), null, use.location()));
        }
        var errors = form.errors(validator, null);
        if (errors.any()) {
            return Pages.invalid(form(form, null, errors, null, null));
        }
        var path = form.path(viewer.now());
        path.added(me, viewer.now());
        FormKey.used(form.key(), form, me, path.address(), viewer.now());
        flash.notice(path.name + " is added.");
        return Pages.seeOther(path.address());
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(long id) {
        var path = CriticalPath.found(id);
        return Templates.show(path, path.latestOccurrences(SHOWN), Change.latest(path.subject(), SHOWN));
    }

    @GET
    @Path("/{id}/edit")
    @RolesAllowed(Role.MEMBERS)
    public TemplateInstance edit(long id) {
        var path = CriticalPath.found(id);
        return form(CriticalPathForm.of(path), path, Errors.none(), null, null);
    }

    @POST
    @Path("/{id}")
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response update(long id, CriticalPathForm form) {
        var path = CriticalPath.changing(id);
        var errors = form.errors(validator, path);
        if (errors.any()) {
            return Pages.invalid(form(form, path, errors, null, null));
        }
        var conflict = form.against(path);
        if (conflict != null) {
            return Pages.conflict(form(form.merged(path, conflict), path, errors, conflict, null));
        }
        var before = path.snapshot();
        form.applyTo(path);
        var changed = path.edited(before, viewer.person(), viewer.now());
        flash.notice(changed ? path.name + " is saved." : "Nothing was changed.");
        return Pages.seeOther(path.address());
    }

    private static TemplateInstance form(CriticalPathForm form, CriticalPath path, Errors errors, Conflict conflict, String earlier) {
        return Templates.form(form, path, errors, conflict, earlier, Team.options(path == null ? null : path.team), CriticalPathForm.choices(path));
    }
}
