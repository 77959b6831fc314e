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
import org.closecall.web.Option;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

@Path("/teams")
class Teams {

    private static final int SHOWN = 10;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(List<TeamRow> inUse, List<TeamRow> archived);

        static native TemplateInstance show(Team team, List<ServiceRow> services, Lately lately, List<Change> history);

        /** The team is null when it is new, the conflict unless somebody saved meanwhile, earlier unless the form made one before. */
        static native TemplateInstance form(TeamForm form, Team team, Errors errors, Conflict conflict, String earlier, List<Option> leads, List<Option> people);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance index() {
        var rows = TeamRow.all();
        return Templates.index(rows.stream().filter(row -> !row.archived()).toList(), rows.stream().filter(TeamRow::archived).toList());
    }

    @GET
    @Path("/new")
    @RolesAllowed(Role.MEMBERS)
    public TemplateInstance blank() {
        return form(TeamForm.blank(), null, Errors.none(), null, null);
    }

    @POST
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response create(TeamForm form) {
        var me = viewer.person();
        var use = FormKey.use(form.key(), form, me);
        if (use.location() != null) {
            return use.repeated() ? Pages.seeOther(use.location()) : Pages.conflict(form(form.again(), null, Errors.none(), null, use.location()));
        }
        var errors = form.errors(validator, null);
        if (errors.any()) {
            return Pages.invalid(form(form, null, errors, null, null));
        }
        var team = form.team(viewer.now());
        team.added(me, viewer.now());
        FormKey.used(form.key(), form, me, team.address(), viewer.now());
        flash.notice(team.name + " is added.");
        return Pages.seeOther(team.address());
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(long id) {
        var team = Team.found(id);
        var lately = Lately.of(viewer);
        return Templates.show(team, ServiceRow.of(team, lately.since()), lately, Change.latest(team.subject(), SHOWN));
    }

    @GET
    @Path("/{id}/edit")
    @RolesAllowed(Role.MEMBERS)
    public TemplateInstance edit(long id) {
        var team = Team.found(id);
        return form(TeamForm.of(team), team, Errors.none(), null, null);
    }

    @POST
    @Path("/{id}")
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response update(long id, TeamForm form) {
        var team = Team.changing(id);
        var errors = form.errors(validator, team);
        if (errors.any()) {
            return Pages.invalid(form(form, team, errors, null, null));
        }
        var conflict = form.against(team);
        if (conflict != null) {
            return Pages.conflict(form(form.merged(team, conflict), team, errors, conflict, null));
        }
        var before = team.snapshot();
        form.applyTo(team);
        var changed = team.edited(before, viewer.person(), viewer.now());
        flash.notice(changed ? team.name + " is saved." : "Nothing was changed.");
        return Pages.seeOther(team.address());
    }

    private static TemplateInstance form(TeamForm form, Team team, Errors errors, Conflict conflict, String earlier) {
        return Templates.form(form, team, errors, conflict, earlier, TeamForm.leads(team), TeamForm.candidates(team));
    }
}
