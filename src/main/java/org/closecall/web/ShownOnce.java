package org.closecall.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Carries a secret over the one redirect after which it is shown, in no address and in no log. The server keeps only its digest. */
@RequestScoped
public class ShownOnce {

    private static final String COOKIE = "once";
    private static final int SECONDS = 120;

    @Inject
    RoutingContext request;

    /** path is the page that shows it. */
    public void keep(String secret, String path) {
        request.response().addCookie(cookie(secret, path).setMaxAge(SECONDS));
    }

    /** Null unless it was made just before. */
    public String take(String path) {
        var kept = request.request().getCookie(COOKIE);
        if (kept == null || !kept.getValue().matches("[\\w-]{32,64}")) {
            return null;
        }
        var secret = kept.getValue();
        request.response().addCookie(cookie("", path).setMaxAge(0));
        return secret;
    }

    private Cookie cookie(String value, String path) {
        return Cookie.cookie(COOKIE, value).setPath(path).setHttpOnly(true).setSecure(request.request().isSSL()).setSameSite(CookieSameSite.STRICT);
    }
}
