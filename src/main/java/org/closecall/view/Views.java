package org.closecall.view;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.action.ActionFilter;
import org.closecall.occurrence.OccurrenceFilter;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

/** The viewer's saved views. Names are one's own only once in a list, so a form sent twice saves once. */
@Path("/views")
@RolesAllowed(Role.MEMBERS)
class Views {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(List<SavedView> ofOccurrences, List<SavedView> ofActions);

        /** view is null for a new one. */
        static native TemplateInstance form(SavedView view, ViewForm form, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance index() {
        return Templates.index(SavedView.of(viewer.person(), SavedList.OCCURRENCES), SavedView.of(viewer.person(), SavedList.ACTIONS));
    }

    @GET
    @Path("/new")
    public TemplateInstance blank(@RestQuery String list, @BeanParam OccurrenceFilter occurrences, @BeanParam ActionFilter actions) {
        var query = SavedList.ACTIONS.name().equals(list) ? actions.query() : occurrences.query("");
        return Templates.form(null, new ViewForm("", list, query, ""), Errors.none());
    }

    @POST
    @Transactional
    public Response create(ViewForm form) {
        SavedView.takeTurn(viewer.person());
        var errors = checked(form, null);
        if (errors.any()) {
            return Pages.invalid(Templates.form(null, form, errors));
        }
        var view = form.applyTo(new SavedView()).save(viewer.person(), viewer.now());
        flash.notice("The view “" + view.name + "” is saved.");
        return Pages.seeOther(view.address());
    }

    @GET
    @Path("/{id}/edit")
    public TemplateInstance edit(long id) {
        var view = SavedView.<SavedView>list("id = ?1 and person = ?2", id, viewer.person()).stream().findFirst().orElseThrow(NotFoundException::new);
        return Templates.form(view, ViewForm.of(view), Errors.none());
    }

    @POST
    @Path("/{id}")
    @Transactional
    public Response update(long id, ViewForm form) {
        SavedView.takeTurn(viewer.person());
        var view = SavedView.ofOne(viewer.person(), id);
        var errors = checked(form, view);
        if (errors.any()) {
            return Pages.invalid(Templates.form(view, form, errors));
        }
        var before = view.snapshot();
        form.applyTo(view).edited(before, viewer.person(), viewer.now());
        flash.notice("The view is saved.");
        return Pages.seeOther("/views");
    }

    @POST
    @Path("/{id}/removal")
    @Transactional
    public Response remove(long id) {
        var view = SavedView.ofOne(viewer.person(), id);
        view.remove(viewer.person(), viewer.now());
        flash.notice("The view “" + view.name + "” is removed.");
        return Pages.seeOther("/views");
    }

    @POST
    @Path("/{id}/rise")
    @Transactional
    public Response rise(long id) {
        SavedView.takeTurn(viewer.person());
        SavedView.ofOne(viewer.person(), id).rise();
        return Pages.seeOther("/views");
    }

    private Errors checked(ViewForm form, SavedView view) {
        var errors = Errors.of(validator.validate(form));
        form.check(errors, viewer.person(), view);
        return errors;
    }
}
