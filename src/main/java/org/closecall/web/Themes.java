package org.closecall.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;

@Path("/theme")
public class Themes {

    static final String COOKIE = "theme";
    private static final Set<String> KNOWN = Set.of("light", "dark");

    @POST
    public Response update(@RestForm String theme, @RestForm String back, RoutingContext request) {
        var cookie = Cookie.cookie(COOKIE, known(theme) ? theme : "").setPath("/").setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX).setMaxAge(known(theme) ? Duration.ofDays(365).toSeconds() : 0);
        request.response().addCookie(cookie);
        return Pages.seeOther(Pages.inside(back));
    }

    static boolean known(String theme) {
        return theme != null && KNOWN.contains(theme);
    }
}
