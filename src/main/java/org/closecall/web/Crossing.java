package org.closecall.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Forms come from pages of ours: what a browser says it sends for another site is refused before anything looks at it.
 * And they come as forms: the check of their token passes over other bodies, which only programs send.
 */
@ApplicationScoped
public class Crossing {

    private static final int STATUS = 400;
    /** So much is read and forgotten before the answer, which not every browser reads while it is sending. */
    private static final int READ = 1_000_000;
    private static final String SITE = "Sec-Fetch-Site";
    private static final Set<String> OURS = Set.of("same-origin", "none");

    void register(@Observes Filters filters) {
        filters.register(Crossing::judge, 9_500);
    }

    private static void judge(RoutingContext context) {
        var request = context.request();
        if (request.method() == HttpMethod.POST && !programs(context.normalizedPath()) && (sentForAnother(request) || !form(request))) {
            var length = Typed.id(request.getHeader(HttpHeaders.CONTENT_LENGTH));
            if (length == null || length > READ) {
                context.response().endHandler(answered -> request.connection().close());
                refuse(context);
            } else {
                request.endHandler(read -> refuse(context)).resume();
            }
        } else {
            context.next();
        }
    }

    private static void refuse(RoutingContext context) {
        context.response().setStatusCode(STATUS).putHeader(HttpHeaders.CONNECTION, "close");
        Failures.page(context, () -> ErrorPages.untrusted().render());
    }

    /** Whether a browser says, in whatever way it does, that no page of ours sent it. */
    public static boolean foreign(HttpServerRequest request) {
        return sentForAnother(request) || request.getHeader(SITE) == null && !sameHost(request);
    }

    private static boolean sentForAnother(HttpServerRequest request) {
        var site = request.getHeader(SITE);
        return site != null && !OURS.contains(site);
    }

    /** Older browsers, and without TLS: a proxy may call us by another name than they do, so nothing is refused for it alone, and the name we are known by counts too. */
    private static boolean sameHost(HttpServerRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        try {
            var host = origin == null ? null : URI.create(origin).getAuthority();
            return origin == null || host != null && (host.equals(String.valueOf(request.authority())) || host.equals(URI.create(ConfigProvider.getConfig().getValue("closecall.address", String.class)).getAuthority()));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static boolean form(HttpServerRequest request) {
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.matches("(?i)(application/x-www-form-urlencoded|multipart/form-data)\\s*(;.*)?");
    }

    private static boolean programs(String path) {
        return Problem.answers(path) || path.startsWith("/hooks/");
    }
}
