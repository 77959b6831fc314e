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

@Path("/prevention/deployments")
class Deployments {

    private static final PreventionKind KIND = PreventionKind.DEPLOYMENT;
    private static final int SHOWN = 20;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(PreventionFilter filter, PreventionList<Deployment> list, PreventionChoices choices);

        static native TemplateInstance show(Deployment deployment, List<Change> history);

        /** The deployment is null when it is new, the conflict unless somebody saved meanwhile, earlier unless the form made one before. */
        static native TemplateInstance form(DeploymentForm form, Deployment deployment, Errors errors, Conflict conflict, String earlier, List<Option> services);
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
        return form(DeploymentForm.blank(PreventionForm.or(occurrence)), null, Errors.none(), null, null);
    }

    @POST
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response create(DeploymentForm form) {
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
        var deployment = form.fill(new Deployment(), known, viewer.zone());
        deployment.add(me, viewer.now());
        FormKey.used(form.key(), form, me, deployment.address(), viewer.now());
        flash.notice("The deployment is added.");
        return Pages.seeOther(deployment.address());
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@RestPath long id) {
        Deployment deployment = KIND.found(id);
        return Templates.show(deployment, Change.latest(deployment.subject(), SHOWN));
    }

    @GET
    @Path("/{id}/edit")
    @RolesAllowed(Role.MEMBERS)
    public TemplateInstance edit(@RestPath long id) {
        Deployment deployment = KIND.found(id);
        return form(DeploymentForm.of(deployment, viewer.zone()), deployment, Errors.none(), null, null);
    }

    @POST
    @Path("/{id}")
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response update(@RestPath long id, DeploymentForm form) {
        var deployment = (Deployment) KIND.changing(id);
        var known = Known.of(form.occurrence(), deployment);
        var errors = form.check(known, viewer.zone(), viewer.now());
        if (errors.any()) {
            return Pages.invalid(form(form, deployment, errors, null, null));
        }
        var conflict = form.against(deployment, known, viewer.zone());
        if (conflict != null) {
            return Pages.conflict(form(form.merged(deployment, conflict, viewer.zone()), deployment, errors, conflict, null));
        }
        var before = deployment.snapshot();
        form.fill(deployment, known, viewer.zone());
        flash.notice(deployment.edited(before, viewer.person(), viewer.now()) ? "The deployment is saved." : "Nothing was changed.");
        return Pages.seeOther(deployment.address());
    }

    private static TemplateInstance form(DeploymentForm form, Deployment deployment, Errors errors, Conflict conflict, String earlier) {
        var known = Known.of(List.of());
        return Templates.form(form, deployment, errors, conflict, earlier, known.serviceOptions(form.service()));
    }
}
