package org.closecall.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** One line a request, with the id that its error page shows; and the headers every answer carries. */
@ApplicationScoped
public class RequestLog {

    static final String ID = "requestId";
    private static final Logger LOG = Logger.getLogger("org.closecall.requests");
    private static final List<String> SECRET = List.of("/invitations/", "/password-resets/", "/calendar/", "/unsubscribe/");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";

    private static final String UNUSED = "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    /** Only over TLS, or what a proxy says of TLS. Where other servers of the domain do without, it is said for this one alone. */
    @ConfigProperty(name = "closecall.strict-transport", defaultValue = "max-age=31536000; includeSubDomains")
    String strict;

    void register(@Observes Filters filters) {
        filters.register(this::follow, 10_000);
    }

    private void follow(RoutingContext context) {
        var began = System.nanoTime();
        var id = Long.toString(RANDOM.nextLong(1L << 40, 1L << 45), 32).toUpperCase(Locale.ROOT);
        context.put(ID, id);
        MDC.put(ID, id);
        protect(context);
        context.addHeadersEndHandler(ready -> keepNoFailure(context));
        context.response().putHeader("X-Request-Id", id);
        context.addEndHandler(done -> write(context, id, (System.nanoTime() - began) / 1_000_000));
        context.next();
    }

    private void protect(RoutingContext context) {
        var headers = context.response().headers();
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Permissions-Policy", UNUSED);
        if (context.request().isSSL()) {
            headers.set("Strict-Transport-Security", strict);
        }
        if (context.request().path().startsWith("/static/bundle/")) {
            headers.set("Cache-Control", "public, max-age=31536000, immutable");
        } else if (context.request().path().startsWith("/static/")) {
            headers.set("Cache-Control", "public, max-age=86400");
        } else {
            headers.set("Cache-Control", "no-store");
        }
    }

    /** A file that was missing for a moment must not be missing for a year. */
    private static void keepNoFailure(RoutingContext context) {
        if (context.response().getStatusCode() >= 400) {
            context.response().putHeader("Cache-Control", "no-store");
        }
    }

    private static void write(RoutingContext context, String id, long millis) {
        LOG.infof("%s %s %s %d %d ms", id, context.request().method(), written(context.request().path()),
                context.response().getStatusCode(), millis);
    }

    /** Who reads the log must not be able to open what these open. */
    private static String written(String path) {
        return SECRET.stream().filter(path::startsWith).findFirst().map(start -> start + "...").orElse(path);
    }
}
