package org.closecall.slo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.closecall.chore.Chore;
import org.closecall.people.Organisation;

/** Samples are looked at when they arrive; this ends what fell silent, and makes up for what was missed. */
@ApplicationScoped
class BurnChore implements Chore {

    private static final String WATCHED = "select b.id from Objective b where b.archivedAt is null and b.kind = ?1 order by b.id";

    @Override
    public String name() {
        return "burn rates";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** Each in a transaction of its own: samples that arrive wait for one objective only. */
    @Override
    public void run(Instant now) {
        List<Long> watched = QuarkusTransaction.requiringNew().call(() -> Objective.getEntityManager().createQuery(WATCHED, Long.class).setParameter(1, ObjectiveKind.REQUESTS).getResultList());
        watched.forEach(id -> QuarkusTransaction.requiringNew().run(() -> BurnWatch.watch(Objective.changing(id), now, Organisation.current().zone())));
    }
}
