package org.closecall.tracker;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.closecall.chore.Chore;

/**
 * Asks how it stands there, the longest waiting first, a bounded number at a time. What it writes is written link by
 * link: a run that is cut short has lost nothing.
 */
@ApplicationScoped
class TrackerPoll implements Chore {

    private static final int BATCH = 100;

    private final Wires wires;

    TrackerPoll(Wires wires) {
        this.wires = wires;
    }

    @Override
    public String name() {
        return "trackers";
    }

    /** Often, so that what was just linked is looked at soon; each link has its own turn. */
    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Instant now) {
        round(now);
    }

    /** How many links it asked about. */
    int round(Instant now) {
        var due = QuarkusTransaction.requiringNew().call(() -> ActionLink.due(now, BATCH));
        var resting = new HashSet<Long>();
        var asked = 0;
        for (var link : due) {
            if (!resting.contains(link.tracker.id)) {
                ask(link, now, resting);
                asked++;
            }
        }
        QuarkusTransaction.requiringNew().run(() -> Delivery.sweep(now));
        return asked;
    }

    private void ask(ActionLink link, Instant now, Set<Long> resting) {
        try {
            var seen = wires.to(link.tracker).look(link.leadsTo(), link.etag);
            QuarkusTransaction.requiringNew().run(() -> {
                ActionLink.changing(link.id).see(seen, now);
                Tracker.heard(link.tracker.id, null, now);
            });
        } catch (Refusal refusal) {
            QuarkusTransaction.requiringNew().run(() -> missed(link, refusal, now));
            if (refusal.rest != null) {
                resting.add(link.tracker.id);
            }
        }
    }

    private static void missed(ActionLink link, Refusal refusal, Instant now) {
        ActionLink.changing(link.id).missed(refusal.getMessage(), now);
        if (refusal.rest != null) {
            Tracker.rest(link.tracker.id, refusal.getMessage(), now.plus(refusal.rest));
        }
    }
}
