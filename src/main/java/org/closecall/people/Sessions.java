package org.closecall.people;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.PersistentLoginManager;
import io.quarkus.vertx.http.runtime.security.PersistentLoginManager.RestoreResult;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The encrypted session cookie: whose it is and which session of theirs, good for a working week from the last visit. */
@ApplicationScoped
public class Sessions {

    /** Not “session”, which versions before the list of sessions had, and still read something else from. */
    static final String COOKIE = "signed-in";
    /** Over TLS no other server of the domain can set it, and no connection without TLS sends it. */
    private static final String STRICT_COOKIE = "__Host-" + COOKIE;
    private static final Duration RENEWED_AFTER = Duration.ofHours(1);

    private final PersistentLoginManager cookies;
    private final Clock clock;

    Sessions(@ConfigProperty(name = "quarkus.http.auth.session.encryption-key") String key, Clock clock) {
        this.clock = clock;
        cookies = new PersistentLoginManager(key, COOKIE, Session.UNUSED.toMillis(), RENEWED_AFTER.toMillis(), true, "LAX", "/", Session.UNUSED.toSeconds(), null);
    }

    /** A new one for each sign-in: what the browser held before ends. Within a transaction. */
    public void begin(Person person, RoutingContext request) {
        endHeld(request);
        save(person.id + "." + Session.begin(person, Visit.of(request).device(), clock.instant()), request, null);
    }

    /** On the server too: a copy of the cookie opens nothing. Within a transaction. */
    public void end(RoutingContext request) {
        endHeld(request);
        drop(request);
    }

    private void endHeld(RoutingContext request) {
        var read = read(request);
        if (read != null) {
            Session.end(token(read.getPrincipal()), clock.instant());
        }
    }

    /** The browser need not show it again. */
    void drop(RoutingContext request) {
        if (request.request().getCookie(name(request)) != null) {
            request.response().addCookie(Cookie.cookie(name(request), "").setPath("/").setMaxAge(0).setHttpOnly(true).setSameSite(CookieSameSite.LAX).setSecure(request.request().isSSL()));
        }
    }

    RestoreResult read(RoutingContext request) {
        return cookies.restore(request, name(request));
    }

    void renew(SecurityIdentity identity, RoutingContext request, RestoreResult read) {
        save(identity.getPrincipal().getName(), request, read);
    }

    private void save(String principal, RoutingContext request, RestoreResult read) {
        cookies.save(principal, request, name(request), read, request.request().isSSL());
    }

    private static String name(RoutingContext request) {
        return request.request().isSSL() ? STRICT_COOKIE : COOKIE;
    }

    /** The digest of the session through which this request came. */
    static String digest(SecurityIdentity identity) {
        return Token.digest(token(identity.getPrincipal().getName()));
    }

    static SecurityIdentity identityOf(Person person, String principal) {
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(principal)).addRoles(person.role.granted()).build();
    }

    /** Null when the session has ended: by its end, by its age, or because the person's stamp has moved since. */
    static Session held(String principal, boolean visit, Instant now) {
        var session = Session.held(token(principal), now);
        if (session != null && visit) {
            session.used(now);
        }
        return session;
    }

    private static String token(String principal) {
        return principal.substring(principal.indexOf('.') + 1);
    }
}
