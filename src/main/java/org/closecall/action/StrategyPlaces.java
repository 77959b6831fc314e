package org.closecall.action;

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

/** Whether a strategy is offered, and where among the others. */
@Path("/admin/strategies")
@RolesAllowed(Role.ADMINISTRATORS)
class StrategyPlaces {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    /** move is up or down; anything else changes nothing. */
    @POST
    @Path("/{id}/place")
    @Transactional
    public Response update(long id, @RestForm String move) {
        Strategy.changing(id).move("up".equals(move) ? -1 : "down".equals(move) ? 1 : 0, viewer.person(), viewer.now());
        return Pages.seeOther(Strategies.ADDRESS + "#strategy-" + id);
    }

    @POST
    @Path("/{id}/archive")
    @Transactional
    public Response create(long id) {
        var strategy = Strategy.changing(id);
        if (strategy.last()) {
            flash.notice("“" + strategy.name + "” stays: it is the only one left to choose.");
        } else {
            strategy.archive(viewer.person(), viewer.now());
            flash.notice("“" + strategy.name + "” is archived. Actions that have it keep it.");
        }
        return Pages.seeOther(Strategies.ADDRESS);
    }

    @POST
    @Path("/{id}/return")
    @Transactional
    public Response remove(long id) {
        var strategy = Strategy.changing(id);
        strategy.bringBack(viewer.person(), viewer.now());
        flash.notice("“" + strategy.name + "” can be chosen again.");
        return Pages.seeOther(Strategies.ADDRESS);
    }
}
