package org.closecall.exchange;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.Snapshot;
import org.closecall.occurrence.TimelineEntry;
import org.closecall.people.Change;
import org.closecall.people.Organisation;

/** Some records of a file, brought in within the caller's transaction; in a dry run only what that would do. */
final class Batch {

    private final ImportRun run;
    private final Instant now;
    private final Catalogue catalogue;
    private final List<Comparison> comparisons;
    private final Map<Long, Map<String, TimelineEntry>> entries;
    /** A version is only right once everything is flushed. */
    private final List<Runnable> histories = new ArrayList<>();
    private final List<Map.Entry<Occurrence, Incoming.Update>> updates = new ArrayList<>();
    private final List<ImportLine> lines = new ArrayList<>();
    private long nextNumber;

    Batch(ImportRun run, List<Incoming> records, Catalogue catalogue, Instant now) {
        this.run = run;
        this.now = now;
        this.catalogue = catalogue;
        var held = held(records);
        comparisons = records.stream().map(incoming -> new Comparison(incoming, held.get(incoming.externalId()))).toList();
        entries = TimelineNews.entriesOf(comparisons.stream().filter(Comparison::needsLooking).map(comparison -> comparison.held).toList());
    }

    void write() {
        Panache.getSession().setJdbcBatchSize(comparisons.size());
        var fresh = (int) comparisons.stream().filter(Comparison::fresh).count();
        nextNumber = run.dryRun || fresh == 0 ? 0 : Organisation.nextNumbers(fresh);
        comparisons.forEach(this::write);
        Occurrence.flush();
        TimelineNews.add(updates, now);
        ImportLine.write(lines);
        histories.forEach(Runnable::run);
        run.done += comparisons.size();
    }

    /** Locked, so that a person who edits one of them at this moment waits instead of losing or being lost. */
    private Map<String, Occurrence> held(List<Incoming> records) {
        var ids = records.stream().map(Incoming::externalId).toList();
        return Occurrence.<Occurrence>find("source = ?1 and externalId in ?2 order by id", records.get(0).source(), ids)
                .withLock(run.dryRun ? LockModeType.NONE : LockModeType.PESSIMISTIC_WRITE).stream()
                .collect(Collectors.toMap(occurrence -> occurrence.externalId, occurrence -> occurrence));
    }

    private void write(Comparison comparison) {
        if (comparison.reasonToSkip() != null) {
            line(comparison, Outcome.SKIPPED, comparison.reasonToSkip());
        } else if (comparison.held == null) {
            create(comparison);
        } else if (comparison.saysTheSame()) {
            unchanged(comparison, 0);
        } else {
            change(comparison);
        }
    }

    private void create(Comparison comparison) {
        var added = catalogue.announce(comparison.incoming.services());
        Occurrence created = null;
        if (!run.dryRun) {
            created = comparison.incoming.occurrence(catalogue.of(comparison.incoming.services(), now));
            created.number = nextNumber++;
            created.imported = comparison.said;
            created.persist();
            add(comparison.incoming.updates(), created);
            history(created, "imported", Map.of(), Snapshot.of(created));
        }
        line(comparison, created, Outcome.CREATED, added);
    }

    private void change(Comparison comparison) {
        var news = TimelineNews.of(comparison, entries.getOrDefault(comparison.held.id, Map.of()));
        if (comparison.taken.isEmpty() && !news.any()) {
            unchanged(comparison, news.kept().size());
            return;
        }
        var reason = comparison.summary(news);
        if (comparison.taken.contains("Services")) {
            reason = Texts.joined(reason, catalogue.announce(comparison.incoming.services()));
        }
        if (!run.dryRun) {
            apply(comparison, news);
        }
        line(comparison, Outcome.CHANGED, reason);
    }

    private void apply(Comparison comparison, TimelineNews news) {
        var held = comparison.held;
        var before = Snapshot.of(held);
        comparison.applyTo(held, catalogue, now);
        news.rewrite();
        add(news.added(), held);
        var after = new HashMap<>(Snapshot.of(held));
        if (news.any()) {
            after.put("Timeline", news.inText());
        }
        history(held, "changed by an import", before, after);
    }

    /** What is remembered of the source moves on without a new version: nobody's record has changed. */
    private void unchanged(Comparison comparison, int keptEntries) {
        if (!run.dryRun && (comparison.newer() || !comparison.saysTheSame())) {
            Occurrence.update("imported = ?1, externalModifiedAt = ?2 where id = ?3", comparison.said, comparison.modified(),
                    comparison.held.id);
        }
        line(comparison, Outcome.UNCHANGED, comparison.keptInText(keptEntries));
    }

    private void add(List<Incoming.Update> news, Occurrence to) {
        news.forEach(update -> updates.add(Map.entry(to, update)));
    }

    private void history(Occurrence occurrence, String verb, Map<String, String> before, Map<String, String> after) {
        histories.add(() -> Change.record(occurrence.subject(), verb, before, after, run.createdBy, now));
    }

    private void line(Comparison comparison, Outcome outcome, String reason) {
        line(comparison, comparison.held, outcome, reason);
    }

    private void line(Comparison comparison, Occurrence occurrence, Outcome outcome, String reason) {
        var incoming = comparison.incoming;
        run.counts.count(outcome);
        lines.add(ImportLine.of(run, incoming.position(), incoming.externalId(), incoming.title(), outcome, reason,
                occurrence == null ? null : occurrence.number));
    }
}
