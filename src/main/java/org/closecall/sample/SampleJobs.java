package org.closecall.sample;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Executor;
import org.closecall.people.Organisation;
import org.closecall.people.Person;
import org.closecall.people.SampleWanted;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.jboss.logging.Logger;

/** Loads the sample behind the page that was asked for it: in one transaction, so that it is there at once or not at all, with its progress told in others. */
@ApplicationScoped
public class SampleJobs {

    private static final Logger LOG = Logger.getLogger(SampleJobs.class);
    /** Seconds, on a very slow machine. */
    private static final int LONGEST = 900;
    /** Records between two tellings. */
    private static final int STEP = 12;

    private final Clock clock;
    private final Executor background = ManagedExecutor.builder().propagated().cleared(ThreadContext.ALL_REMAINING).build();

    SampleJobs(Clock clock) {
        this.clock = clock;
    }

    /** In the transaction that sets up, so that its progress shows from the first page on. */
    void wanted(@Observes SampleWanted wanted) {
        SampleLoad.changing().begin(wanted.by(), clock.instant());
    }

    /** Once it is set up: the work needs what set it up. */
    void granted(@Observes(during = TransactionPhase.AFTER_SUCCESS) SampleWanted wanted) {
        background.execute(() -> load(wanted.by()));
    }

    /** False when it is here or on its way already; then nothing is done. */
    public boolean begin(Person by) {
        var begun = QuarkusTransaction.requiringNew().call(() -> SampleLoad.changing().begin(by, clock.instant()));
        if (begun) {
            background.execute(() -> load(by));
        }
        return begun;
    }

    private void load(Person by) {
        try {
            var script = Script.read();
            LOG.infof("The sample organisation is being loaded: %d records", script.stories().size());
            // made and taken beforehand: whoever files meanwhile need not wait for a tag or for their number
            QuarkusTransaction.requiringNew().run(() -> Cast.makeTags(script));
            var first = QuarkusTransaction.requiringNew().call(() -> Organisation.nextNumbers(script.stories().size()));
            QuarkusTransaction.requiringNew().timeout(LONGEST).run(() -> write(script, first, by));
        } catch (RuntimeException failure) {
            LOG.error("The sample organisation could not be loaded", failure);
            QuarkusTransaction.requiringNew().run(() -> SampleLoad.failed(clock.instant()));
            QuarkusTransaction.requiringNew().run(Catalogue::dropTags);
        }
    }

    private void write(Script script, long firstNumber, Person by) {
        if (SampleLoad.takeTurn()) {
            var zone = Organisation.current().zone();
            new Loading(script, LocalDate.ofInstant(clock.instant(), zone), zone, firstNumber, done -> tell(done, script.stories().size())).write();
            SampleLoad.finished(by, clock.instant());
            LOG.info("The sample organisation is loaded");
        }
    }

    private static void tell(int done, int of) {
        if (done % STEP == 0) {
            QuarkusTransaction.requiringNew().run(() -> SampleLoad.got(done, of));
        }
    }
}
