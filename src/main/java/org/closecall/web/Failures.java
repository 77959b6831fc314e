package org.closecall.web;

import io.quarkus.arc.Arc;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.CDI;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/** What fails before any resource is reached, above all the look at whose session it is: the same pages as everywhere. */
@ApplicationScoped
public class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);
    private static final int FIRST = -100_000;
    private static final int UNAVAILABLE = 503;
    private static final int OURS = 500;

    void register(@Observes Router router) {
        router.route().order(FIRST).failureHandler(this::answer);
    }

    private void answer(RoutingContext request) {
        var failure = request.failure();
        if (request.response().ended() || request.response().headWritten() || security(failure)) {
            request.next();
            return;
        }
        var away = DatabaseAway.reason(failure);
        var status = away != null ? UNAVAILABLE : failure != null && request.statusCode() < 400 ? OURS : request.statusCode();
        if (away != null) {
            LOG.warnf("Request %s found no database: %s", request.get(RequestLog.ID), away);
        } else if (status >= OURS) {
            LOG.errorf(failure, "Request %s failed", request.<String>get(RequestLog.ID));
        }
        answer(request, status, away != null);
    }

    /** These have their own answers: a sign-in page, a challenge, a refusal. */
    private static boolean security(Throwable failure) {
        return failure instanceof AuthenticationException || failure instanceof AuthenticationCompletionException || failure instanceof UnauthorizedException || failure instanceof ForbiddenException;
    }

    private static void answer(RoutingContext request, int status, boolean away) {
        var response = request.response().setStatusCode(status);
        if (away) {
            response.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(DatabaseAway.SECONDS));
        }
        if (away && keep(request)) {
            return;
        }
        if (Problem.answers(request.normalizedPath())) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.TYPE).end(away ? Problem.away().json() : Problem.of(status, null).json());
        } else {
            page(request, () -> (away ? ErrorPages.away(request.request().method() == HttpMethod.GET) : ErrorPages.show(status)).render());
        }
    }

    /** What was typed comes back with the answer. */
    private static boolean keep(RoutingContext request) {
        return request.request().method() == HttpMethod.POST && !Problem.answers(request.normalizedPath()) && CDI.current().select(KeptForms.class).get().keep(request);
    }

    /** Rendered when there is a request. */
    public interface Page {
        String render();
    }

    /** A page that Failures answers with, outside any request of the application's: the page needs one. */
    public static CompletionStage<Void> page(RoutingContext request, Page page) {
        var context = Arc.container().requestContext();
        var ours = !context.isActive();
        if (ours) {
            context.activate();
        }
        try {
            CDI.current().select(CurrentVertxRequest.class).get().setCurrent(request);
            CDI.current().select(CurrentIdentityAssociation.class).get().setIdentity(QuarkusSecurityIdentity.builder().setAnonymous(true).build());
            return request.response().putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8").end(page.render()).toCompletionStage();
        } finally {
            if (ours) {
                context.terminate();
            }
        }
    }
}
