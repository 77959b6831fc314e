package org.closecall.reliability;

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
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Formats;
import org.closecall.web.Option;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

/** Changes declared before looking, and what became of them. */
@Path("/reliability/comparisons")
class DeclaredChanges {

    private static final int SHOWN = 50;

    @CheckedTemplate
    static class Templates {
        /** older: the address of those before these, null where these are the last. */
        static native TemplateInstance index(List<DeclaredChange> changes, String older);

        static native TemplateInstance blank(DeclaredChangeForm form, Errors errors, String earlier, List<Option> scopes, List<Option> aims, List<Option> lengths);

        static native TemplateInstance show(DeclaredChange change, ChangeReport report, Errors errors, String why);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance index(@RestQuery String before) {
        var changes = DeclaredChange.latest(Typed.id(before), SHOWN + 1);
        var more = changes.size() > SHOWN;
        return Templates.index(more ? changes.subList(0, SHOWN) : changes, more ? "/reliability/comparisons?before=" + changes.get(SHOWN - 1).id : null);
    }

    @GET
    @Path("/new")
    @RolesAllowed(Role.MEMBERS)
    public TemplateInstance blank() {
        return form(DeclaredChangeForm.blank(), Errors.none(), null);
    }

    @POST
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response create(DeclaredChangeForm form) {
        var me = viewer.person();
        var use = FormKey.use(form.key(), form, me);
        if (use.location() != null) {
            return use.repeated() ? Pages.seeOther(use.location()) : Pages.conflict(form(form.again(), Errors.none(), use.location()));
        }
        var errors = form.errors(validator, viewer.today());
        if (errors.any()) {
            return Pages.invalid(form(form, errors, null));
        }
        var change = form.change();
        change.declare(me, viewer.now());
        FormKey.used(form.key(), form, me, change.address(), viewer.now());
        flash.notice("The change is declared. " + (change.afterTheFact(viewer.organisation().zone()) ? DeclaredChange.TOO_LATE : "It is judged on " + Formats.day(change.lastDay().plusDays(1))) + ".");
        return Pages.seeOther(change.address());
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(long id) {
        return shown(DeclaredChange.found(id), viewer, Errors.none(), "");
    }

    static TemplateInstance shown(DeclaredChange change, Viewer viewer, Errors errors, String why) {
        return Templates.show(change, ChangeReport.of(change, viewer.organisation().zone(), viewer.now()), errors, why);
    }

    private static TemplateInstance form(DeclaredChangeForm form, Errors errors, String earlier) {
        return Templates.blank(form, errors, earlier, DeclaredChangeForm.scopes(), DeclaredChangeForm.aims(), DeclaredChangeForm.lengths());
    }
}
