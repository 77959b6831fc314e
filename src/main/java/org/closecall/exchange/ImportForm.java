package org.closecall.exchange;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.closecall.people.Person;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;

/** What begins an import: the form's one-time key and the file, by name and digest, or the run it belongs to. */
record ImportForm(String key, String file, String digest) {

    /** Sent twice, it leads to the run that the first one began. */
    Response once(ImportJobs jobs, Person by, Instant now, Supplier<ImportRun> opening, Function<String, Response> refusal) {
        var use = QuarkusTransaction.requiringNew().call(() -> FormKey.use(key, this, by));
        if (use.repeated()) {
            return Pages.seeOther(use.location());
        }
        var begun = jobs.inBackground(() -> {
            var run = opening.get();
            FormKey.used(key, this, by, location(run.id), now);
            return run;
        });
        return begun.map(id -> Pages.seeOther(location(id))).orElseGet(() -> refusal.apply(ImportJobs.BUSY));
    }

    private static String location(Long id) {
        return "/admin/imports/" + id;
    }
}
