package org.closecall.people;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** From the cookie's principal to a person who is still here and may still be signed in. */
@ApplicationScoped
class SessionHolders implements IdentityProvider<TrustedAuthenticationRequest> {

    @Inject
    Clock clock;

    @Override
    public Class<TrustedAuthenticationRequest> getRequestType() {
        return TrustedAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(TrustedAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> QuarkusTransaction.requiringNew().call(() -> {
            var asked = HttpSecurityUtils.getRoutingContextAttribute(request);
            var session = Sessions.held(request.getPrincipal(), asked == null || SessionMechanism.visit(asked), clock.instant());
            if (session == null) {
                throw new AuthenticationFailedException("The session has ended");
            }
            return Sessions.identityOf(session.person, request.getPrincipal());
        }));
    }
}
