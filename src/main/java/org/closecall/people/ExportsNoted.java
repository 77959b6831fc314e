package org.closecall.people;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Whatever leaves as a file to be saved is in the access log, once a day by whom and from where. Attachments of a record are part of reading it. */
class ExportsNoted {

    private static final Duration EACH = Duration.ofDays(1);

    @Inject
    Viewer viewer;

    @Inject
    RoutingContext routing;

    @ServerResponseFilter
    public void note(ContainerRequestContext request, ContainerResponseContext response) {
        var disposition = response.getHeaderString(HttpHeaders.CONTENT_DISPOSITION);
        var path = routing.request().path();
        if (response.getStatus() == 200 && disposition != null && disposition.startsWith("attachment") && "GET".equals(request.getMethod()) && viewer.signedIn()
                && !path.startsWith("/attachments/") && !path.equals("/admin/access.csv")) {
            var me = viewer.person();
            QuarkusTransaction.requiringNew().run(() -> AuditEntry.recordOnce(Deed.EXPORTED, me, path, EACH, routing, viewer.now()));
        }
    }
}
