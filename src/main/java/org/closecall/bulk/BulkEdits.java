package org.closecall.bulk;

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
import org.closecall.occurrence.OccurrenceFilter;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

/** Changes several records at one press, after one page that shows them. */
@Path("/bulk-edits")
@RolesAllowed(Role.MEMBERS)
class BulkEdits {

    @CheckedTemplate
    static class Templates {
        /** earlier: where this form's first sending led, when it now says something else. */
        static native TemplateInstance blank(BulkEditForm form, Selection selection, Errors errors, String earlier);

        static native TemplateInstance show(BulkEdit edit, BulkEditOutcome outcome);
    }

    @Inject
    Viewer viewer;

    /** The numbers given, or with all the first that match the filter. */
    @GET
    @Path("/new")
    public TemplateInstance blank(@BeanParam OccurrenceFilter filter, @RestQuery List<String> number, @RestQuery String all) {
        var selection = Selection.of(Typed.given(all) ? filter.numbers(BulkEdit.MOST, viewer).stream().map(String::valueOf).toList() : number);
        return Templates.blank(BulkEditForm.of(selection.records(), filter), selection, Errors.none(), null);
    }

    @POST
    @Transactional
    public Response create(BulkEditForm form) {
        var errors = Errors.none();
        form.check(errors);
        if (errors.any()) {
            return Pages.invalid(page(form, errors, null));
        }
        var use = FormKey.use(form.key(), form, viewer.person());
        if (use.repeated()) {
            return Pages.seeOther(use.location());
        }
        if (use.changed()) {
            return Pages.conflict(page(form.again(), errors, use.location()));
        }
        var edit = BulkEdit.carryOut(form.change(), form.numbers(), viewer.person(), viewer.now());
        FormKey.used(form.key(), form, viewer.person(), "/bulk-edits/" + edit.id, viewer.now());
        return Pages.seeOther("/bulk-edits/" + edit.id);
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(long id) {
        var edit = BulkEdit.found(id);
        return Templates.show(edit, new BulkEditOutcome(BulkEditRecord.of(edit)));
    }

    private static TemplateInstance page(BulkEditForm form, Errors errors, String earlier) {
        return Templates.blank(form, Selection.of(form.shown()), errors, earlier);
    }
}
