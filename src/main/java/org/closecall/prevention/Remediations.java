package org.closecall.prevention;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/prevention/remediations")
class Remediations {

    private static final PreventionKind KIND = PreventionKind.REMEDIATION;
    private static final int SHOWN = 20;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(PreventionFilter filter, PreventionList<Remediation> list, PreventionChoices choices);

        static native TemplateInstance show(Remediation run, boolean relapsed, List<Change> history);

        /** The run is null when it is new, the conflict unless somebody saved meanwhile, earlier unless the form made one before. */
        static native TemplateInstance form(RemediationForm form, Remediation run, Errors errors, Conflict conflict, String earlier, List<Option> services, List<Option> paths, List<String> types);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance index(@BeanParam PreventionFilter filter) {
        return Templates.index(filter, PreventionList.of(KIND, filter, viewer.organisation().zone(), PreventionList.PAGE), PreventionChoices.of(KIND, filter));
    }

    @GET
    @Path("/new")
    @RolesAllowed(Role.MEMBERS)
    public TemplateInstance blank(@RestQuery String occurrence) {
        return form(RemediationForm.blank(PreventionForm.or(occurrence)), null, Errors.none(), null, null);
    }

    @POST
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response create(RemediationForm form) {
        var me = viewer.person();
        var use = FormKey.use(form.key(), form, me);
        if (use.location() != null) {
            return use.repeated() ? Pages.seeOther(use.location()) : Pages.conflict(form(form.again(), null, Errors.none(), null, use.location()));
        }
        var known = Known.of(form.occurrence(), null);
        var errors = form.check(known, viewer.zone(), viewer.now());
        if (errors.any()) {
            return Pages.invalid(form(form, null, errors, null, null));
        }
        var run = form.fill(new Remediation(), known, viewer.zone());
        run.add(me, viewer.now());
        FormKey.used(form.key(), form, me, run.address(), viewer.now());
        flash.notice("The remediation run is added.");
        return Pages.seeOther(run.address());
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@RestPath long id) {
        Remediation run = KIND.found(id);
        return Templates.show(run, !PreventionList.relapsed(List.of(id)).isEmpty(), Change.latest(run.subject(), SHOWN));
    }

    @GET
    @Path("/{id}/edit")
    @RolesAllowed(Role.MEMBERS)
    public TemplateInstance edit(@RestPath long id) {
        Remediation run = KIND.found(id);
        return form(RemediationForm.of(run, viewer.zone()), run, Errors.none(), null, null);
    }

    @POST
    @Path("/{id}")
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response update(@RestPath long id, RemediationForm form) {
        var run = (Remediation) KIND.changing(id);
        var known = Known.of(form.occurrence(), run);
        var errors = form.check(known, viewer.zone(), viewer.now());
        if (errors.any()) {
            return Pages.invalid(form(form, run, errors, null, null));
        }
        var conflict = form.against(run, known, viewer.zone());
        if (conflict != null) {
            return Pages.conflict(form(form.merged(run, conflict, viewer.zone()), run, errors, conflict, null));
        }
        var before = run.snapshot();
        form.fill(run, known, viewer.zone());
        flash.notice(run.edited(before, viewer.person(), viewer.now()) ? "The remediation run is saved." : "Nothing was changed.");
        return Pages.seeOther(run.address());
    }

    private static TemplateInstance form(RemediationForm form, Remediation run, Errors errors, Conflict conflict, String earlier) {
        var known = Known.of(List.of());
        return Templates.form(form, run, errors, conflict, earlier, known.serviceOptions(form.service()), known.pathOptions(form.criticalPath()), PreventionList.types(KIND));
    }
}
