package org.closecall.monthly;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

/** Wanting to hear when a review is ready, or no more. Everybody who reads may. */
@Path("/reliability/reviews")
class ReviewSubscriptions {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    /** back is where the button was. */
    @POST
    @Path("/subscription")
    @Transactional
    public Response update(@RestForm String team, @RestForm String on, @RestForm String back) {
        var of = Scoped.team(team);
        var whose = of == null ? "the organisation" : of.name;
        if ("true".equals(on)) {
            ReviewSubscription.begin(viewer.person(), of, viewer.now());
            flash.notice("You are told on the first working day of a month that the review of " + whose + " is ready.");
        } else {
            ReviewSubscription.end(viewer.person(), of);
            flash.notice("You are told no more of the reviews of " + whose + ".");
        }
        return Pages.seeOther(Typed.given(back) ? Pages.inside(back) : "/reliability/reviews");
    }
}
