package org.closecall.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;

@Path("/theme")
public class Themes {

    @Inject
    Viewer viewer;

    /** On this device at once, and for whoever is signed in on the next one they sign in on. */
    @POST
    @Transactional
    public Response update(@RestForm String theme, @RestForm String back, RoutingContext request) {
        ThemeCookie.keep(theme, request);
        if (viewer.signedIn()) {
            viewer.person().theme = ThemeCookie.known(theme) ? theme : null;
        }
        return Pages.seeOther(Pages.inside(back));
    }
}
