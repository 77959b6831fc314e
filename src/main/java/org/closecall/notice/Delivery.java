package org.closecall.notice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.closecall.chore.Chore;

/** Sends what is to be sent, each mail in a transaction of its own. A server that fails again and again is left alone for a while. */
@ApplicationScoped
class Delivery implements Chore {

    private static final int ENOUGH = 500;
    private static final int TOO_MANY_FAILURES = 3;

    @Inject
    Postbox postbox;

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Instant now) {
        var failures = 0;
        for (var tried = 0; MailServer.there() && tried < ENOUGH && failures < TOO_MANY_FAILURES; tried++) {
            var worked = QuarkusTransaction.requiringNew().call(() -> Optional.ofNullable(OutgoingMail.next(now)).map(mail -> mail.attempt(postbox, now)));
            if (worked.isEmpty()) {
                return;
            }
            failures += worked.get() ? 0 : 1;
        }
    }
}
