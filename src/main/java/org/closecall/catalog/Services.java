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
import org.closecall.action.ActionItem;
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

@Path("/services")
class Services {

    private static final int SHOWN = 10;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(List<ServiceRow> inUse, List<ServiceRow> archived, Lately lately);

        static native TemplateInstance show(Service service, List<Occurrence> latest, long total, List<ActionItem> actions, List<CriticalPath> paths, List<KindCount> counts, Lately lately,
                List<Change> history);

        /** The service is null when it is new, the conflict unless somebody saved meanwhile, earlier unless the form made one before. */
        static native TemplateInstance form(ServiceForm form, Service service, Errors errors, Conflict conflict, String earlier, List<Option> teams, List<Option> tiers);
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
        var rows = ServiceRow.all(lately.since());
        return Templates.index(rows.stream().filter(row -> !row.archived()).toList(), rows.stream().filter(ServiceRow::archived).toList(), lately);
    }

    @GET
    @Path("/new")
    @RolesAllowed(Role.MEMBERS)
    public TemplateInstance blank() {
        return form(ServiceForm.blank(), null, Errors.none(), null, null);
    }

    @POST
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response create(ServiceForm form) {
        var me = viewer.person();
        var use = FormKey.use(form.key(), form, me);
        if (use.location() != null) {
            return use.repeated() ? Pages.seeOther(use.location()) : Pages.conflict(form(form.again(), null, Errors.none(), null, use.location()));
        }
        var errors = form.errors(validator, null);
        if (errors.any()) {
            return Pages.invalid(form(form, null, errors, null, null));
        }
        var service = form.service(viewer.now());
        service.added(me, viewer.now());
        FormKey.used(form.key(), form, me, service.address(), viewer.now());
        flash.notice(service.name + " is in the catalogue.");
        return Pages.seeOther(service.address());
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(long id) {
        var service = Service.found(id);
        var lately = Lately.of(viewer);
        return Templates.show(service, service.latestOccurrences(SHOWN), service.occurrences(), ActionItem.unfinished(service, SHOWN), CriticalPath.through(List.of(service)),
                KindCount.of(service, lately.since()), lately, Change.latest(service.subject(), SHOWN));
    }

    @GET
    @Path("/{id}/edit")
    @RolesAllowed(Role.MEMBERS)
    public TemplateInstance edit(long id) {
        var service = Service.found(id);
        return form(ServiceForm.of(service), service, Errors.none(), null, null);
    }

    @POST
    @Path("/{id}")
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response update(long id, ServiceForm form) {
        var service = Service.changing(id);
        var errors = form.errors(validator, service);
        if (errors.any()) {
            return Pages.invalid(form(form, service, errors, null, null));
        }
        var conflict = form.against(service);
        if (conflict != null) {
            return Pages.conflict(form(form.merged(service, conflict), service, errors, conflict, null));
        }
        var before = service.snapshot();
        form.applyTo(service);
        var changed = service.edited(before, viewer.person(), viewer.now());
        flash.notice(changed ? service.name + " is saved." : "Nothing was changed.");
        return Pages.seeOther(service.address());
    }

    private static TemplateInstance form(ServiceForm form, Service service, Errors errors, Conflict conflict, String earlier) {
        return Templates.form(form, service, errors, conflict, earlier, Team.options(service == null ? null : service.team), Tier.options());
    }
}
