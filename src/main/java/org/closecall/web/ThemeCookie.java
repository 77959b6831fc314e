package org.closecall.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Set;

/** The theme of this browser: pages show it without asking the database, also those of failures. */
public final class ThemeCookie {

    private static final String NAME = "theme";
    private static final Set<String> KNOWN = Set.of("light", "dark");

    private ThemeCookie() {
    }

    /** Null follows the system. */
    public static void keep(String theme, RoutingContext request) {
        request.response().addCookie(Cookie.cookie(NAME, known(theme) ? theme : "").setPath("/").setHttpOnly(true).setSecure(request.request().isSSL())
                .setSameSite(CookieSameSite.LAX).setMaxAge(known(theme) ? Duration.ofDays(365).toSeconds() : 0));
    }

    /** Null follows the system. */
    public static String of(RoutingContext request) {
        var cookie = request.request().getCookie(NAME);
        return cookie != null && known(cookie.getValue()) ? cookie.getValue() : null;
    }

    static boolean known(String theme) {
        return theme != null && KNOWN.contains(theme);
    }
}
