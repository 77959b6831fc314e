package org.closecall.tracker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.closecall.chore.Chore;

/** Asks the trackers again and again, from one instance at a time. */
@ApplicationScoped
class TrackerRounds implements Chore {

    @Inject
    TrackerPoll poll;

    @Override
    public String name() {
        return "trackers";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run(Instant now) {
        poll.run(now);
    }
}
