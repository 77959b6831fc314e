package org.closecall.people;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.PersistentLoginManager;
import io.quarkus.vertx.http.runtime.security.PersistentLoginManager.RestoreResult;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The encrypted session cookie: whose it is, good for a working week from the last visit. */
@ApplicationScoped
public class Sessions {

    private static final String COOKIE = "session";
    private static final Duration WORKING_WEEK = Duration.ofDays(5);
    private static final Duration RENEWED_AFTER = Duration.ofHours(1);

    private final PersistentLoginManager cookies;

    Sessions(@ConfigProperty(name = "quarkus.http.auth.session.encryption-key") String key) {
        cookies = new PersistentLoginManager(key, COOKIE, WORKING_WEEK.toMillis(), RENEWED_AFTER.toMillis(), true, "LAX", "/",
                WORKING_WEEK.toSeconds(), null);
    }

    public void begin(Person person, RoutingContext request) {
        cookies.save(identityOf(person), request, null, request.request().isSSL());
    }

    public void end(RoutingContext request) {
        cookies.clear(request);
    }

    RestoreResult read(RoutingContext request) {
        return cookies.restore(request);
    }

    void renew(SecurityIdentity identity, RoutingContext request, RestoreResult read) {
        cookies.save(identity, request, read, request.request().isSSL());
    }

    static SecurityIdentity identityOf(Person person) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(person.id + "." + person.sessionStamp))
                .addRoles(person.role.granted())
                .build();
    }

    /** The stamp must still be the person's: it moves when the password changes. */
    static Person holder(String principal) {
        var parts = principal.split("\\.");
        Person person = parts.length == 2 ? Person.findById(Long.valueOf(parts[0])) : null;
        return person != null && person.active() && person.sessionStamp == Integer.parseInt(parts[1]) ? person : null;
    }
}
