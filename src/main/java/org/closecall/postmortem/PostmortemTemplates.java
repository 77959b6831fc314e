package org.closecall.postmortem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.occurrence.Kind;
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

@Path("/admin/templates")
@RolesAllowed(Role.ADMINISTRATORS)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class PostmortemTemplates {

    private static final String ADDRESS = "/admin/templates";
    private static final int SHOWN = 20;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(List<TemplateRow> templates);

        /** The template is null when it is new, the conflict unless somebody saved meanwhile, earlier unless the form made one before. */
        static native TemplateInstance form(TemplateForm form, PostmortemTemplate template, Errors errors, Conflict conflict, String earlier,
                List<Kind> kinds, List<Option> severities, List<TemplateVersion> versions, List<Change> history);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance index() {
        return Templates.index(TemplateRow.all());
    }

    /** from: the template to begin with a copy of. */
    @GET
    @Path("/new")
    public TemplateInstance blank(@RestQuery String from) {
        var copied = Typed.found(from, id -> PostmortemTemplate.found(id));
        return page(copied == null ? TemplateForm.blank() : TemplateForm.copy(TemplateVersion.latest(copied)), null, Errors.none(), null, null);
    }

    @POST
    @Transactional
    public Response create(MultivaluedMap<String, String> fields) {
        var form = TemplateForm.of(fields);
        var use = FormKey.use(form.key(), form, viewer.person());
        if (use.location() != null) {
            return use.repeated() ? Pages.seeOther(use.location()) : Pages.conflict(page(form.again(), null, Errors.none(), null, use.location()));
        }
        var errors = form.check(null);
        if (errors.any()) {
            return Pages.invalid(page(form, null, errors, null, null));
        }
        var template = new PostmortemTemplate().create(form.keyed(), viewer.person(), viewer.now());
        FormKey.used(form.key(), form, viewer.person(), ADDRESS, viewer.now());
        flash.notice("“" + template.name + "” can be chosen for every postmortem from now on.");
        return Pages.seeOther(ADDRESS);
    }

    @GET
    @Path("/{id}/edit")
    public TemplateInstance edit(long id) {
        var template = PostmortemTemplate.found(id);
        return page(TemplateForm.of(TemplateVersion.latest(template)), template, Errors.none(), null, null);
    }

    @POST
    @Path("/{id}")
    @Transactional
    public Response update(long id, MultivaluedMap<String, String> fields) {
        var template = PostmortemTemplate.changing(id);
        var form = TemplateForm.of(fields);
        var errors = form.check(template);
        if (errors.any()) {
            return Pages.invalid(page(form, template, errors, null, null));
        }
        var keyed = form.keyed();
        var saved = TemplateForm.of(TemplateVersion.latest(template));
        var conflict = saved.version().equals(form.version()) ? null : Conflict.since(Typed.version(form.version()), keyed.snapshot(), saved.snapshot(), template.subject());
        if (conflict != null) {
            return Pages.conflict(page(keyed.merged(saved, conflict), template, errors, conflict, null));
        }
        var verb = template.edit(keyed, viewer.person(), viewer.now());
        flash.notice(verb == null ? "Nothing was changed." : "edited".equals(verb) ? "“" + template.name + "” is saved." : "Saved: new postmortems are written with " + TemplateVersion.latest(template).label() + ". What was begun before keeps its version.");
        return Pages.seeOther(ADDRESS);
    }

    static TemplateInstance page(TemplateForm form, PostmortemTemplate template, Errors errors, Conflict conflict, String earlier) {
        return Templates.form(form, template, errors, conflict, earlier, List.of(Kind.values()), Fits.severities(),
                template == null ? List.of() : TemplateVersion.of(template), template == null ? List.of() : Change.latest(template.subject(), SHOWN));
    }
}
