package org.closecall.action;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.closecall.chore.Chore;
import org.closecall.people.Organisation;

/** Opens again what was accepted until a day that is over, in the organisation's zone. */
@ApplicationScoped
class Expiries implements Chore {

    @Override
    public String name() {
        return "risk-expiries";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run(Instant now) {
        QuarkusTransaction.requiringNew().run(() -> {
            var organisation = Organisation.current();
            if (organisation != null) {
                RiskAcceptance.expire(LocalDate.ofInstant(now, organisation.zone()), now);
            }
        });
    }
}
