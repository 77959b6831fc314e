package org.closecall;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The application's clock in all tests. It shows the time, until a test moves it; that test puts it right again. */
@ApplicationScoped
public class TestClock {

    private static volatile Duration ahead = Duration.ZERO;
    private static volatile Instant stopped;

    /** It goes on from there. */
    public static void set(Instant to) {
        ahead = Duration.between(Instant.now(), to);
    }

    /** It stands still there. */
    public static void stop(Instant at) {
        stopped = at.truncatedTo(ChronoUnit.MICROS);
    }

    public static void putRight() {
        stopped = null;
        ahead = Duration.ZERO;
    }

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                var still = stopped;
                return still != null ? still : Instant.now().plus(ahead).truncatedTo(ChronoUnit.MICROS);
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
