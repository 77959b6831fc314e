package org.closecall.api;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.Set;
import org.closecall.web.Problem;

/** Opens the API to whoever shows a token of ours, and answers everybody else there as programs expect it. */
@ApplicationScoped
class TokenMechanism implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";
    private static final String REFUSED = "tokenRefused";

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        var given = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (!Problem.answers(request.normalizedPath()) || given == null || !given.regionMatches(true, 0, BEARER, 0, BEARER.length()) || !given.startsWith(TokenText.START, BEARER.length())) {
            return Uni.createFrom().optional(Optional.empty());
        }
        var shown = new TokenAuthenticationRequest(new TokenCredential(given.substring(BEARER.length()).strip(), "bearer"));
        return providers.authenticate(HttpSecurityUtils.setRoutingContextAttribute(shown, request))
                .onFailure(AuthenticationFailedException.class).invoke(refused -> request.put(REFUSED, refused.getMessage()));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext request) {
        if (!Problem.answers(request.normalizedPath())) {
            return Uni.createFrom().item(false);
        }
        String refused = request.get(REFUSED);
        var problem = Problem.of(401, refused == null ? "Send a token: Authorization: Bearer cc_… It is made on the page Tokens of your profile" : refused);
        request.response().setStatusCode(401).putHeader(HttpHeaders.WWW_AUTHENTICATE, refused == null ? "Bearer" : "Bearer error=\"invalid_token\", error_description=\"" + refused + "\"")
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.TYPE);
        return Uni.createFrom().completionStage(request.response().end(problem.json()).toCompletionStage()).replaceWith(true);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(Problem.answers(request.normalizedPath()) ? new ChallengeData(401, HttpHeaders.WWW_AUTHENTICATE, "Bearer") : null);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
    }

    /** Asked before sessions, so that a refused program is not sent to the sign-in page. */
    @Override
    public int getPriority() {
        return HttpAuthenticationMechanism.DEFAULT_PRIORITY + 1;
    }
}
