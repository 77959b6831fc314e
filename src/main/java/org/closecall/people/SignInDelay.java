package org.closecall.people;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Guessing gets slower with each failure, for everybody on every instance, and nobody is locked out for good: an account
 * waits a quarter of an hour at most, an address a minute. A device that has been signed in before waits only for its
 * own failures, so that guessing by strangers does not keep anybody out of their own account.
 */
@Entity
public class SignInDelay extends PanacheEntityBase {

    /** Failures are counted before the password is looked at: a hundred tries at once are a hundred tries. What has not to wait does not, whatever clock noted it. */
    private static final String COUNTED = """
            insert into sign_in_delay as d (key, failures, last_at, next_at) values (:key, 1, :now, :now)
            on conflict (key) do update set last_at = :now,
              failures = case when d.last_at < :forgotten then 1 else d.failures + 1 end,
              next_at = cast(:now as timestamptz) + make_interval(secs => case when d.last_at < :forgotten or d.failures < :free then 0 else least(:longest, power(2, least(d.failures - :free, 12))) end)
            where d.failures <= :free or d.next_at <= :now""";

    @Id
    public String key;
    public int failures;
    public Instant lastAt;
    public Instant nextAt;

    /** Who tries; free is how many failures cost nothing, longest the wait that none exceeds, memory after how long all is forgotten. */
    enum By {
        ACCOUNT(10, Duration.ofMinutes(15), Duration.ofDays(1)),
        DEVICE(10, Duration.ofMinutes(15), Duration.ofDays(1)),
        ADDRESS(50, Duration.ofMinutes(1), Duration.ofHours(1));

        private final int free;
        private final Duration longest;
        private final Duration memory;

        By(int free, Duration longest, Duration memory) {
            this.free = free;
            this.longest = longest;
            this.memory = memory;
        }

        Counter of(String who) {
            return new Counter(this, name() + " " + Token.digest(who));
        }
    }

    record Counter(By by, String key) {

        private boolean counts(Instant now) {
            return Panache.getEntityManager().createNativeQuery(COUNTED).setParameter("key", key).setParameter("now", now).setParameter("forgotten", now.minus(by.memory))
                    .setParameter("free", by.free).setParameter("longest", by.longest.toSeconds()).executeUpdate() == 1;
        }
    }

    /** Takes what was counted back. */
    private static final class Refused extends RuntimeException {

        private final Duration left;

        Refused(Duration left) {
            super(null, null, false, false);
            this.left = left;
        }
    }

    /**
     * How long to wait, or null when this try is taken; it counts as a failure until it is forgiven. In a transaction of its
     * own, before any other: it must stay. A try that is not taken counts nowhere.
     */
    static Duration attempt(List<Counter> counters, Instant now) {
        try {
            QuarkusTransaction.requiringNew().run(() -> countAll(counters, now));
            return null;
        } catch (Refused refused) {
            return refused.left;
        }
    }

    private static void countAll(List<Counter> counters, Instant now) {
        delete("lastAt < ?1", now.minus(By.ACCOUNT.memory));
        counters.stream().sorted((a, b) -> a.key.compareTo(b.key)).map(counter -> counter.counts(now) ? null : left(counter, now)).filter(Objects::nonNull).max(Duration::compareTo).ifPresent(left -> {
            throw new Refused(left);
        });
    }

    /** Of who tries all is forgotten; of an address only this one, with the wait that it began: others may be guessing there. */
    static void forgive(List<Counter> counters) {
        counters.stream().sorted((a, b) -> a.key.compareTo(b.key)).forEach(counter -> {
            if (counter.by == By.ADDRESS) {
                update("failures = failures - 1, nextAt = lastAt where key = ?1 and failures > 0", counter.key);
            } else {
                delete("key", counter.key);
            }
        });
    }

    private static Duration left(Counter counter, Instant now) {
        Instant next = find("key", counter.key).<SignInDelay>firstResultOptional().map(delay -> delay.nextAt).orElse(now);
        return Duration.between(now, next).plusMillis(999).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    }
}
