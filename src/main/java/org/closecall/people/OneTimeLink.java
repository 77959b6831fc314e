package org.closecall.people;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Carries an invitation's link over the one redirect after which it is shown. The server keeps only its digest. */
@RequestScoped
public class OneTimeLink {

    private static final String COOKIE = "invitation";
    private static final int SECONDS = 120;

    @Inject
    RoutingContext request;

    void keep(String token) {
        request.response().addCookie(cookie(token).setMaxAge(SECONDS));
    }

    /** Null unless an invitation was made just before. */
    String take() {
        var kept = request.request().getCookie(COOKIE);
        if (kept == null || !kept.getValue().matches(Token.PATTERN)) {
            return null;
        }
        var token = kept.getValue();
        request.response().addCookie(cookie("").setMaxAge(0));
        return token;
    }

    /** As the administrator's browser reaches this server, so it can be passed on. */
    String address(String token) {
        return request.request().scheme() + "://" + request.request().authority() + "/invitations/" + token;
    }

    private Cookie cookie(String value) {
        return Cookie.cookie(COOKIE, value).setPath(People.ADDRESS).setHttpOnly(true).setSecure(request.request().isSSL())
                .setSameSite(CookieSameSite.STRICT);
    }
}
