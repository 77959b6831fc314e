package org.closecall.chore;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs the chores. The state is in the database alone: whichever instance is free takes what is due, and locks it for the others. */
@ApplicationScoped
public class Jobs {

    static final String INSTANCE = RecurringTask.INSTANCE;
    private static final Duration POLLING = Duration.ofSeconds(10);
    private static final Duration HEARTBEAT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @All
    @Inject
    List<Chore> chores;

    /** Off in tests and wherever an instance should only show pages. */
    @ConfigProperty(name = "closecall.jobs", defaultValue = "true")
    boolean wanted;

    /** A command that runs without pages leaves the chores to whoever stays. */
    @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true")
    boolean pages;

    private Running running;

    void start(@Observes StartupEvent startup) {
        if (wanted && pages) {
            running = begin("closecall-" + UUID.randomUUID(), POLLING);
        }
    }

    /** Waits for what is being done. */
    void stop(@Observes ShutdownEvent shutdown) {
        if (running != null) {
            running.close();
        }
    }

    public Running begin(String name, Duration polling) {
        return new Running(() -> scheduler(name, polling), new OverdueJobs(database, clock, chores), clock, polling);
    }

    private Scheduler scheduler(String name, Duration polling) {
        List<RecurringTask<Void>> tasks = chores.stream().map(this::task).toList();
        return Scheduler.create(database).startTasks(tasks).schedulerName(new SchedulerName.Fixed(name)).clock(clock::instant)
                .pollUsingLockAndFetch(0.5, 1.0).pollingInterval(polling).heartbeatInterval(HEARTBEAT).shutdownMaxWait(PATIENCE).threads(2).build();
    }

    private RecurringTask<Void> task(Chore chore) {
        return Tasks.recurring(chore.name(), Schedules.fixedDelay(chore.every())).execute((instance, context) -> chore.run(clock.instant()));
    }
}
