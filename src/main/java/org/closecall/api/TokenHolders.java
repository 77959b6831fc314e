package org.closecall.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.closecall.people.Role;
import org.closecall.web.Viewer;

/** From a token's text to whoever it acts for, with no more than it was given. */
@ApplicationScoped
class TokenHolders implements IdentityProvider<TokenAuthenticationRequest> {

    static final String NAME = "token";
    static final String SCOPES = "scopes";

    @Inject
    Clock clock;

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> QuarkusTransaction.requiringNew().call(() -> identity(request.getToken().getToken(), HttpSecurityUtils.getRoutingContextAttribute(request))));
    }

    private SecurityIdentity identity(String text, RoutingContext asked) {
        var now = clock.instant();
        var token = ApiToken.holding(text);
        var refusal = token == null ? "There is no such token" : token.refusal(now);
        if (refusal != null) {
            throw new AuthenticationFailedException(refusal);
        }
        token.used(asked, now);
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(token.actor().id + ".token"))
                .addRoles(granted(token.granted())).addAttribute(NAME, token.name).addAttribute(SCOPES, token.may())
                .addRoles(token.service() ? Set.of(Viewer.SERVICE) : Set.of()).build();
    }

    /** Nothing that administrators do is done by tokens. */
    private static Set<String> granted(Role role) {
        return role.granted().stream().filter(name -> !name.equals(Role.ADMINISTRATORS)).collect(Collectors.toSet());
    }
}
