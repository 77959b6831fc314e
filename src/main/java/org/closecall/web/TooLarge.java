package org.closecall.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Says so on a page when a form has more than fits. The server's own refusal has none, and browsers then show theirs. */
@ApplicationScoped
public class TooLarge {

    private static final int STATUS = 413;
    /** So much is read and forgotten before the answer: not every browser reads one while it is sending. */
    private static final int PATIENCE = 8;

    @ConfigProperty(name = "quarkus.http.limits.max-body-size")
    MemorySize limit;

    void register(@Observes Filters filters) {
        filters.register(this::judge, 9_000);
    }

    /** Quarkus cuts off what comes without a length, and then answers nothing that a person could read. */
    void count(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(context -> {
            context.remove(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
            context.next();
        });
    }

    @ServerRequestFilter(preMatching = true)
    public void count(ContainerRequestContext request, HttpServerRequest body) {
        if (body.method() == HttpMethod.POST && body.getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
            request.setEntityStream(new CountedBody(request.getEntityStream(), body, limit.asLongValue(), PATIENCE * limit.asLongValue()));
        }
    }

    private void judge(RoutingContext context) {
        var length = Typed.id(context.request().getHeader(HttpHeaders.CONTENT_LENGTH));
        if (length == null || length <= limit.asLongValue()) {
            context.next();
        } else if (length > PATIENCE * limit.asLongValue()) {
            refuse(context);
        } else {
            context.request().endHandler(read -> refuse(context)).resume();
        }
    }

    private static void refuse(RoutingContext request) {
        request.response().setStatusCode(STATUS).putHeader(HttpHeaders.CONNECTION, "close");
        Failures.page(request, () -> ErrorPages.show(STATUS).render());
    }
}
