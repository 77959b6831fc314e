package org.closecall.catalog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.people.Role;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

/** Whether a category is offered, and where among the others. */
@Path("/admin/factor-categories")
@RolesAllowed(Role.ADMINISTRATORS)
class FactorCategoryPlaces {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    /** move is up or down; anything else changes nothing. */
    @POST
    @Path("/{id}/place")
    @Transactional
    public Response update(long id, @RestForm String move) {
        FactorCategory.changing(id).move("up".equals(move) ? -1 : "down".equals(move) ? 1 : 0, viewer.person(), viewer.now());
        return Pages.seeOther(FactorCategories.ADDRESS + "#category-" + id);
    }

    @POST
    @Path("/{id}/archive")
    @Transactional
    public Response create(long id) {
        var category = FactorCategory.changing(id);
        if (category.last()) {
            flash.notice("“" + category.name + "” stays: it is the only one left to choose.");
        } else {
            category.archive(viewer.person(), viewer.now());
            flash.notice("“" + category.name + "” is archived. Factors that have it keep it.");
        }
        return Pages.seeOther(FactorCategories.ADDRESS);
    }

    @POST
    @Path("/{id}/return")
    @Transactional
    public Response remove(long id) {
        var category = FactorCategory.changing(id);
        category.bringBack(viewer.person(), viewer.now());
        flash.notice("“" + category.name + "” can be chosen again.");
        return Pages.seeOther(FactorCategories.ADDRESS);
    }
}
