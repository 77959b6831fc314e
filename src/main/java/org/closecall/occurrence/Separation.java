package org.closecall.occurrence;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.closecall.web.Errors;
import org.closecall.web.Typed;

/**
 * A merger taken back: what moved goes back as it is now, what was added to the record that stayed since then stays
 * there. The caller has locked both.
 */
record Separation(OccurrenceMerger merger) {

    private static final String MOVED = " where occurrence_id = :kept and %s in (select row_id from occurrence_merger_row where merger_id = :merger and place = :place)";

    void check(Errors errors) {
        var kept = merger.kept;
        if (kept.mergedInto != null) {
            errors.add("reason", "#%d was itself merged into #%d. Take that merger back first.".formatted(kept.number, kept.mergedInto.number));
        }
    }

    /** What would go back, in words. */
    List<String> returning() {
        var returning = new ArrayList<String>();
        Merger.MOVED.forEach(owned -> Merger.add(returning, merger.count("select count(*) from " + owned.table() + MOVED.formatted(owned.row()), owned.table()), owned.one(), owned.many()));
        Merger.add(returning, merger.rows(OccurrenceMerger.LINK).size() + merger.rows(OccurrenceMerger.UNLINKED).size(), "link", "links");
        if (!merger.rows(OccurrenceMerger.POSTMORTEM).isEmpty()) {
            returning.add("its postmortem");
        }
        return returning;
    }

    void separate(String reason, Person by, Instant now) {
        var before = Snapshot.of(merger.kept);
        var back = String.join(", ", returning());
        revive(by, now);
        giveBack();
        relink(by, now);
        // what the merger wrote of its texts, unless somebody has made it theirs
        TimelineEntry.<TimelineEntry>list("occurrence = ?1 and version = 0 and deletedAt is null and id in ?2", merger.kept, merger.rows(OccurrenceMerger.PIECE)).forEach(entry -> entry.remove(by, now));
        var entities = Panache.getEntityManager();
        entities.flush();
        entities.refresh(merger.gone);
        entities.refresh(merger.kept);
        merger.kept.touched();
        record(back, Typed.orNull(reason), before, by, now);
    }

    private void revive(Person by, Instant now) {
        merger.gone.deletedAt = null;
        merger.gone.deletedBy = null;
        merger.gone.mergedInto = null;
        merger.undoneAt = now;
        merger.undoneBy = by;
    }

    private void record(String back, String reason, Map<String, String> before, Person by, Instant now) {
        var gone = merger.gone;
        var kept = merger.kept;
        var after = new LinkedHashMap<>(Snapshot.of(kept));
        after.put("Gave back to #" + gone.number, back.isEmpty() ? gone.title : gone.title + ": " + back);
        after.put("Reason", reason);
        Change.record(kept.subject(), "took back the merger of #" + gone.number, before, after, by, now);
        var why = new LinkedHashMap<String, String>();
        why.put("Reason", reason);
        Change.record(gone.subject(), "took back its merger into #" + kept.number, Map.of("Merged into", kept.heading()), why, by, now);
    }

    private void giveBack() {
        Merger.MOVED.forEach(owned -> merger.run("update " + owned.table() + " set occurrence_id = :gone" + MOVED.formatted(owned.row()), owned.table()));
        merger.run("update postmortem set occurrence_id = :gone" + MOVED.formatted("id"), OccurrenceMerger.POSTMORTEM);
        // the record had these, whatever became of them on the other one
        for (var named : List.of("service", "tag")) {
            merger.run("""
                    insert into occurrence_%1$s (occurrence_id, %1$s_id) select :gone, n.id from %1$s n
                    join occurrence_merger_row r on r.row_id = n.id and r.merger_id = :merger and r.place = :place on conflict do nothing
                    """.formatted(named), "occurrence_" + named);
        }
        // a file goes where its entry goes
        merger.run("update attachment set occurrence_id = :gone where occurrence_id = :kept and timeline_entry_id in (select id from timeline_entry where occurrence_id = :gone)", null);
        merger.run("update timeline_entry set external_id = substr(external_id, length(:number) + 1) where occurrence_id = :gone and starts_with(external_id, :number)", null);
        OccurrenceRole.update("until = null where occurrence = ?1 and id in ?2", merger.gone, merger.rows(OccurrenceMerger.ENDED));
    }

    /** As far as both may be linked so now, and nobody has unlinked them since. */
    private void relink(Person by, Instant now) {
        OccurrenceLink.<OccurrenceLink>list("id in ?1 and removedAt is null and (source = ?2 or target = ?2)", merger.rows(OccurrenceMerger.LINK), merger.kept)
                .forEach(link -> link.move(merger.kept, merger.gone, "linked by taking the merger of #" + merger.gone.number + " back", by, now));
        OccurrenceLink.<OccurrenceLink>list("id in ?1 and removedAt = ?2 order by id", merger.rows(OccurrenceMerger.UNLINKED), merger.mergedAt).stream()
                .filter(link -> link.fits(link.source, link.target)).forEach(link -> link.restore(by, now));
    }
}
