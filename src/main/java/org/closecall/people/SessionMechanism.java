package org.closecall.people;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.closecall.web.Problem;

/** Signs in by cookie, sends visitors to the sign-in page, and never drops a form whose session has ended. */
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {

    /** What the API does may be read by whoever is signed in. */
    private static final String DOCUMENT = "/api/v1/openapi";

    @Inject
    Sessions sessions;

    @Inject
    Resumptions resumptions;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        // a page of another site may send what it likes with our cookie: programs show a token
        if (forAnybody(request.normalizedPath())) {
            return Uni.createFrom().optional(java.util.Optional.empty());
        }
        var read = Problem.answers(request.normalizedPath()) && !request.normalizedPath().startsWith(DOCUMENT) ? null : sessions.read(request);
        if (read == null) {
            return Uni.createFrom().optional(java.util.Optional.empty());
        }
        var trusted = new TrustedAuthenticationRequest(read.getPrincipal());
        return providers.authenticate(HttpSecurityUtils.setRoutingContextAttribute(trusted, request))
                .invoke(identity -> {
                    if (visit(request)) {
                        sessions.renew(identity, request, read);
                    }
                })
                .onFailure(AuthenticationFailedException.class).recoverWithItem(() -> {
                    sessions.drop(request);
                    return null;
                });
    }

    /** A page left open asks again and again: that is none. */
    static boolean visit(RoutingContext request) {
        return !request.normalizedPath().endsWith("/events");
    }

    /** The same for everybody, and answered also while no database can say who asks. */
    private static boolean forAnybody(String path) {
        return path.startsWith("/static/") || path.equals("/q/health") || path.startsWith("/q/health/");
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext request) {
        if (request.request().method() == HttpMethod.POST && resumptions.canKeep(request)) {
            return resumptions.keep(request);
        }
        return HttpAuthenticationMechanism.super.sendChallenge(request);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        var next = request.request().method() == HttpMethod.GET ? request.request().uri() : "/";
        var signIn = "/".equals(next) ? "/sign-in" : "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        return Uni.createFrom().item(new ChallengeData(302, "Location", signIn));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TrustedAuthenticationRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.COOKIE, Sessions.COOKIE));
    }
}
