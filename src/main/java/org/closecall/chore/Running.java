package org.closecall.chore;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** One scheduler at work, and a watch on the clock beside it. */
public final class Running implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Running.class);
    private static final Duration NOTICED = Duration.ofMinutes(1);

    private final Supplier<Scheduler> schedulers;
    private final OverdueJobs overdue;
    private final Clock clock;
    private final ScheduledExecutorService watching = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "clock-watch");
        thread.setDaemon(true);
        return thread;
    });
    private Scheduler scheduler;
    private Instant looked;
    private boolean closed;

    Running(Supplier<Scheduler> schedulers, OverdueJobs overdue, Clock clock, Duration polling) {
        this.schedulers = schedulers;
        this.overdue = overdue;
        this.clock = clock;
        begin();
        watching.scheduleWithFixedDelay(this::look, polling.toMillis(), polling.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The scheduler sleeps until a time of day: where the clock was set back, it would sleep until that comes again. */
    private synchronized void look() {
        try {
            if (!closed && clock.instant().plus(NOTICED).isBefore(looked)) {
                LOG.infof("The clock was set back from %s: the jobs begin anew", looked);
                scheduler.stop();
                begin();
            }
            looked = clock.instant();
        } catch (RuntimeException failure) {
            LOG.warnf("Cannot look after the jobs: %s", failure.getMessage());
        }
    }

    private synchronized void begin() {
        looked = clock.instant();
        overdue.bringForward();
        scheduler = schedulers.get();
        scheduler.start();
    }

    @Override
    public synchronized void close() {
        closed = true;
        watching.shutdown();
        scheduler.stop();
    }
}
