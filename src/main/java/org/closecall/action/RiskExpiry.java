package org.closecall.action;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.closecall.chore.Chore;
import org.closecall.people.Organisation;

/** Opens actions again whose risk was accepted until a day that is over, where the organisation is. */
@ApplicationScoped
class RiskExpiry implements Chore {

    @Override
    public String name() {
        return "accepted risks";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    @Override
    public void run(Instant now) {
        QuarkusTransaction.requiringNew().run(() -> {
            var organisation = Organisation.current();
            if (organisation != null) {
                RiskAcceptance.expire(now.atZone(organisation.zone()).toLocalDate(), now);
            }
        });
    }
}
