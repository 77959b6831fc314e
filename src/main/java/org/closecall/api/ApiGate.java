package org.closecall.api;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.closecall.people.Via;
import org.closecall.web.Problem;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** The scope an operation is documented with is the one it asks for; one without any is closed to every token. */
class ApiGate {

    @Inject
    SecurityIdentity identity;

    @Inject
    Via via;

    @ServerRequestFilter
    public Response pass(ResourceInfo asked) {
        String token = identity.getAttribute(TokenHolders.NAME);
        if (token == null) {
            return null;
        }
        via.token(token);
        var needed = asked.getResourceMethod().getAnnotation(SecurityRequirement.class);
        var scopes = needed == null ? List.<String>of() : Arrays.asList(needed.scopes());
        Set<Scope> held = identity.getAttribute(TokenHolders.SCOPES);
        return !scopes.isEmpty() && held.containsAll(Scope.of(scopes)) ? null
                : Problem.of(403, scopes.isEmpty() ? "No token opens this" : "This token lacks the scope " + String.join(" ", scopes)).response();
    }
}
