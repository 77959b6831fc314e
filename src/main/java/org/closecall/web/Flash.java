package org.closecall.web;

import io.quarkus.qute.TemplateData;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** One short message that outlives one redirect, shown once by the layout. Never form data. */
@RequestScoped
@Named("flash")
public class Flash {

    private static final String COOKIE = "flash";
    private static final String SEPARATOR = "\n";

    @Inject
    RoutingContext request;

    public void notice(String message) {
        keep(message);
    }

    /** With a button that posts to an address of ours. */
    public void undoable(String message, String undo) {
        keep(undo + SEPARATOR + message);
    }

    public Notice take() {
        var kept = request.request().getCookie(COOKIE);
        // a page that follows what others do must not take what its own next page will say
        if (kept == null || request.request().getHeader("X-Live") != null || kept.getValue().isEmpty() || request.response().headWritten()) {
            return null;
        }
        var message = URLDecoder.decode(kept.getValue(), StandardCharsets.UTF_8);
        request.response().addCookie(cookie("").setMaxAge(0));
        var parts = message.split(SEPARATOR, 2);
        return parts.length == 2 ? new Notice(parts[1], Pages.inside(parts[0])) : new Notice(message, null);
    }

    /** undo is null where there is nothing to take back. */
    @TemplateData
    public record Notice(String text, String undo) {
    }

    private void keep(String message) {
        request.response().addCookie(cookie(URLEncoder.encode(message, StandardCharsets.UTF_8)));
    }

    private Cookie cookie(String value) {
        return Cookie.cookie(COOKIE, value).setPath("/").setHttpOnly(true).setSecure(request.request().isSSL()).setSameSite(CookieSameSite.LAX);
    }
}
