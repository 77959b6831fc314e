package org.closecall.action;

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
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Changes several actions at one press, after one page that shows what changes and what cannot. */
@Path("/action-batches")
@RolesAllowed(Role.MEMBERS)
class ActionBatches {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance blank(ActionBatchForm form, ActionSelection selection, Choices choices, Errors errors, String earlier);

        static native TemplateInstance confirm(ActionBatchForm form, ActionForecast forecast);

        static native TemplateInstance show(ActionBatch batch, List<ActionBatchLine> changed, List<ActionBatchLine> same, List<ActionBatchLine> skipped);
    }

    @Inject
    Viewer viewer;

    /** The actions given, or with all the first that match the filter. */
    @GET
    @Path("/new")
    public TemplateInstance blank(@BeanParam ActionFilter filter, @RestQuery List<String> action, @RestQuery String all) {
        var selection = ActionSelection.of(Typed.given(all) ? ActionList.ids(filter, viewer, ActionBatch.MOST, false).stream().map(String::valueOf).toList() : action);
        return Templates.blank(ActionBatchForm.of(selection.actions(), filter), selection, Choices.forBatch(), Errors.none(), null);
    }

    /** Asked once, it shows what would change; with that agreed to, it is done. revise leads back to the form. */
    @POST
    @Transactional
    public Response create(ActionBatchForm form, @RestForm String revise) {
        var choices = Choices.forBatch();
        var errors = form.check(viewer.today(), choices);
        if (errors.any() || Typed.given(revise)) {
            var page = page(form, choices, errors.any() && !Typed.given(revise) ? errors : Errors.none(), null);
            return Typed.given(revise) ? Pages.page(200, page) : Pages.invalid(page);
        }
        var use = FormKey.use(form.key(), form, viewer.person());
        if (use.location() != null) {
            return use.repeated() ? Pages.seeOther(use.location()) : Pages.conflict(page(form.again(), choices, errors, use.location()));
        }
        var change = form.change(choices);
        if (!change.words().equals(Typed.orNull(form.agreed()))) {
            return Pages.page(200, Templates.confirm(form, ActionForecast.of(change, form.versions(), ActionList.load(List.copyOf(form.versions().keySet())), viewer.today())));
        }
        var batch = ActionBatch.carryOut(change, form.versions(), null, viewer.person(), viewer.now(), viewer.today());
        FormKey.used(form.key(), form, viewer.person(), "/action-batches/" + batch.id, viewer.now());
        return Pages.seeOther("/action-batches/" + batch.id);
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(long id) {
        var batch = ActionBatch.found(id);
        var lines = ActionBatchLine.of(batch);
        return Templates.show(batch, lines.stream().filter(ActionBatchLine::changed).toList(), lines.stream().filter(line -> line.skipped == null && !line.changed()).toList(),
                lines.stream().filter(line -> line.skipped != null).toList());
    }

    private static TemplateInstance page(ActionBatchForm form, Choices choices, Errors errors, String earlier) {
        return Templates.blank(form, ActionSelection.of(form.shown()), choices, errors, earlier);
    }
}
