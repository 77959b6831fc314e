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
import org.closecall.people.Role;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Option;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/controls")
class Controls {

    private static final String ADDRESS = "/controls";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(List<LayerControls> layers);

        /** The control is null when it is new, the conflict unless somebody saved meanwhile, earlier unless the form made one before. */
        static native TemplateInstance form(ControlForm form, Control control, Errors errors, Conflict conflict, String earlier, List<Option> layers);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance index() {
        return Templates.index(LayerControls.all());
    }

    @GET
    @Path("/new")
    @RolesAllowed(Role.ADMINISTRATORS)
    public TemplateInstance blank(@RestQuery String layer) {
        return Templates.form(ControlForm.blank(layer), null, Errors.none(), null, null, Layer.options());
    }

    @POST
    @Transactional
    @RolesAllowed(Role.ADMINISTRATORS)
    public Response create(ControlForm form) {
        var me = viewer.person();
        var use = FormKey.use(form.key(), form, me);
        if (use.location() != null) {
            return use.repeated() ? Pages.seeOther(use.location()) : Pages.conflict(Templates.form(form.again(), null, Errors.none(), null, use.location(), Layer.options()));
        }
        var errors = form.errors(validator, null);
        if (errors.any()) {
            return Pages.invalid(Templates.form(form, null, errors, null, null, Layer.options()));
        }
        var control = Control.create(Layer.valueOf(form.layer()), form.name());
        control.added(me, viewer.now());
        FormKey.used(form.key(), form, me, ADDRESS, viewer.now());
        flash.notice(control.name + " is added to " + control.layer.label + ".");
        return Pages.seeOther(ADDRESS);
    }

    @GET
    @Path("/{id}/edit")
    @RolesAllowed(Role.ADMINISTRATORS)
    public TemplateInstance edit(long id) {
        var control = Control.found(id);
        return Templates.form(ControlForm.of(control), control, Errors.none(), null, null, Layer.options());
    }

    @POST
    @Path("/{id}")
    @Transactional
    @RolesAllowed(Role.ADMINISTRATORS)
    public Response update(long id, ControlForm form) {
        var control = Control.changing(id);
        var errors = form.errors(validator, control);
        if (errors.any()) {
            return Pages.invalid(Templates.form(form, control, errors, null, null, Layer.options()));
        }
        var conflict = form.against(control);
        if (conflict != null) {
            return Pages.conflict(Templates.form(form.merged(control, conflict), control, errors, conflict, null, Layer.options()));
        }
        var renamed = control.rename(form.name(), viewer.person(), viewer.now());
        flash.notice(renamed ? "It is called " + control.name + " now, on every record." : "Nothing was changed.");
        return Pages.seeOther(ADDRESS);
    }
}
