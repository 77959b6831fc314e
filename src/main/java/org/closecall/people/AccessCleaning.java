package org.closecall.people;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.closecall.chore.Chore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets sessions that nobody can use any more, and of the access log what is older than it is kept. */
@ApplicationScoped
class AccessCleaning implements Chore {

    /** P0D: for good. */
    @ConfigProperty(name = "closecall.access-log.kept", defaultValue = "P2Y")
    Period kept;

    @Override
    public String name() {
        return "forget-sessions";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run(Instant now) {
        QuarkusTransaction.requiringNew().run(() -> Session.forget(now));
        if (!kept.isZero() && !kept.isNegative()) {
            QuarkusTransaction.requiringNew().run(() -> AuditEntry.delete("at < ?1", now.atZone(ZoneOffset.UTC).minus(kept).toInstant()));
        }
    }
}
