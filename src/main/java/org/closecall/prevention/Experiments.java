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

@Path("/prevention/experiments")
class Experiments {

    private static final PreventionKind KIND = PreventionKind.EXPERIMENT;
    private static final int SHOWN = 20;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(PreventionFilter filter, PreventionList<Experiment> list, PreventionChoices choices);

        static native TemplateInstance show(Experiment experiment, List<Change> history);

        /** The experiment is null when it is new, the conflict unless somebody saved meanwhile, earlier unless the form made one before. */
        static native TemplateInstance form(ExperimentForm form, Experiment experiment, Errors errors, Conflict conflict, String earlier, List<Option> paths, List<String> modes);
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
    public TemplateInstance blank(@RestQuery String path, @RestQuery String mode, @RestQuery String occurrence) {
        return form(ExperimentForm.blank(PreventionForm.or(path), PreventionForm.or(mode), PreventionForm.or(occurrence)), null, Errors.none(), null, null);
    }

    @POST
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response create(ExperimentForm form) {
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
        var experiment = form.fill(new Experiment(), known, viewer.zone());
        experiment.add(me, viewer.now());
        FormKey.used(form.key(), form, me, experiment.address(), viewer.now());
        flash.notice("The experiment is added.");
        return Pages.seeOther(experiment.address());
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@RestPath long id) {
        Experiment experiment = KIND.found(id);
        return Templates.show(experiment, Change.latest(experiment.subject(), SHOWN));
    }

    @GET
    @Path("/{id}/edit")
    @RolesAllowed(Role.MEMBERS)
    public TemplateInstance edit(@RestPath long id) {
        Experiment experiment = KIND.found(id);
        return form(ExperimentForm.of(experiment, viewer.zone()), experiment, Errors.none(), null, null);
    }

    @POST
    @Path("/{id}")
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response update(@RestPath long id, ExperimentForm form) {
        var experiment = (Experiment) KIND.changing(id);
        var known = Known.of(form.occurrence(), experiment);
        var errors = form.check(known, viewer.zone(), viewer.now());
        if (errors.any()) {
            return Pages.invalid(form(form, experiment, errors, null, null));
        }
        var conflict = form.against(experiment, known, viewer.zone());
        if (conflict != null) {
            return Pages.conflict(form(form.merged(experiment, conflict, viewer.zone()), experiment, errors, conflict, null));
        }
        var before = experiment.snapshot();
        form.fill(experiment, known, viewer.zone());
        flash.notice(experiment.edited(before, viewer.person(), viewer.now()) ? "The experiment is saved." : "Nothing was changed.");
        return Pages.seeOther(experiment.address());
    }

    private static TemplateInstance form(ExperimentForm form, Experiment experiment, Errors errors, Conflict conflict, String earlier) {
        var known = Known.of(List.of());
        return Templates.form(form, experiment, errors, conflict, earlier, known.pathOptions(form.criticalPath()), PreventionList.types(KIND));
    }
}
