package org.closecall.exchange;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.closecall.people.Organisation;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.jboss.logging.Logger;

/** Works through a file, a batch a transaction, so that its progress shows and an interruption loses nothing. */
@ApplicationScoped
public class ImportJobs {

    static final String BUSY = "Another import is running. Nothing was done with this one; try again when that has finished.";

    private static final Logger LOG = Logger.getLogger(ImportJobs.class);
    private static final int BATCH = 100;
    /** Seconds that one step may take. */
    private static final int LONGEST = 1800;

    private final DataSource database;
    private final Clock clock;
    private final Executor background = ManagedExecutor.builder().propagated().cleared(ThreadContext.ALL_REMAINING).build();
    private boolean stopping;

    ImportJobs(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Returns the run's id while it goes on; empty when another import is running. */
    Optional<Long> inBackground(Supplier<ImportRun> opening) {
        return start(opening, background);
    }

    /** For commands, which are nobody's: returns when it is done. */
    Report atOnce(String fileName, byte[] content, boolean dryRun) {
        if (QuarkusTransaction.requiringNew().call(Organisation::current) == null) {
            return Report.refusal("Closecall is not set up yet: start it, open it in a browser and name your organisation first");
        }
        return start(() -> ImportRun.open(fileName, content, dryRun, null, clock.instant()), Runnable::run)
                .map(id -> QuarkusTransaction.requiringNew().call(() -> Report.of(ImportRun.withId(id))))
                .orElseGet(() -> Report.refusal(BUSY));
    }

    /** Waits for the batch that is being written; what is left is shown as interrupted. */
    synchronized void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }

    private Optional<Long> start(Supplier<ImportRun> opening, Executor executor) {
        return ImportLock.take(database).map(lock -> open(opening, executor, lock));
    }

    private Long open(Supplier<ImportRun> opening, Executor executor, ImportLock lock) {
        var begun = false;
        try {
            var id = QuarkusTransaction.requiringNew().call(() -> opening.get().id);
            executor.execute(() -> {
                try (lock) {
                    run(id);
                }
            });
            begun = true;
            return id;
        } finally {
            if (!begun) {
                lock.close();
            }
        }
    }

    private void run(long id) {
        try {
            understand(id);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "Import %d failed", id);
            write(id, run -> run.fail("A failure on our side stopped it, which the log describes. What was done until then stays.", clock.instant()));
        }
    }

    private void understand(long id) {
        try {
            bringIn(id, QuarkusTransaction.requiringNew().call(() -> KeptFile.of(id)));
        } catch (Refused refusal) {
            write(id, run -> run.refuse(refusal, clock.instant()));
        }
    }

    private void bringIn(long id, byte[] content) {
        var name = QuarkusTransaction.requiringNew().call(() -> ImportRun.withId(id).fileName);
        if (MarkdownFiles.are(name, content)) {
            postmortems(id, MarkdownFiles.read(name, content));
        } else {
            records(id, JsonFile.read(content));
        }
    }

    /** In one transaction: they name each other by numbers that all get at once. */
    private void postmortems(long id, MarkdownFiles files) {
        var manuscripts = Manuscript.of(files, clock.instant());
        write(id, run -> run.understood("Postmortems in Markdown", manuscripts.size()));
        var services = manuscripts.stream().filter(manuscript -> manuscript.notWanted() == null).flatMap(manuscript -> Arrivals.services(manuscript.document().head()).stream()).distinct().toList();
        write(id, run -> {
            new Arrivals(run, manuscripts, files.pictures(), new Catalogue(services, run.createdBy), clock.instant()).write();
            run.finish(clock.instant());
        });
    }

    private void records(long id, JsonFile file) {
        var format = Format.of(file);
        var records = format.incoming(file);
        write(id, run -> run.understood(format.label(), records.size()));
        var catalogue = QuarkusTransaction.requiringNew().call(() -> new Catalogue(services(records), ImportRun.withId(id).createdBy));
        for (var from = 0; from < records.size(); from += BATCH) {
            var batch = records.subList(from, Math.min(from + BATCH, records.size()));
            write(id, run -> new Batch(run, batch, catalogue, clock.instant()).write());
        }
        write(id, run -> run.finish(clock.instant()));
    }

    private synchronized void write(long id, Consumer<ImportRun> step) {
        if (!stopping) {
            QuarkusTransaction.requiringNew().timeout(LONGEST).run(() -> step.accept(ImportRun.withId(id)));
        }
    }

    private static List<String> services(List<Incoming> records) {
        return records.stream().filter(incoming -> incoming.notWanted() == null).flatMap(incoming -> incoming.services().stream()).distinct()
                .toList();
    }
}
