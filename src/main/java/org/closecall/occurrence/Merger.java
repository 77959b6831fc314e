package org.closecall.occurrence;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.closecall.postmortem.Postmortem;
import org.closecall.web.Errors;

/** A mistaken filing goes into another record with all it holds. The caller has locked both. */
record Merger(Occurrence gone, Occurrence kept) {

    /** Rows that belong to a record; of those with a key the kept record may have the like already, which then stays. */
    record Owned(String table, String key, String one, String many) {

        private String condition() {
            return " where occurrence_id = :gone" + (key == null ? "" : " and %1$s not in (select %1$s from %2$s where occurrence_id = :kept)".formatted(key, table));
        }

        /** What its rows are known by within a record. */
        String row() {
            return key == null ? "id" : key;
        }
    }

    static final List<Owned> MOVED = List.of(
            new Owned("timeline_entry", null, "timeline entry", "timeline entries"),
            new Owned("action_item", null, "action", "actions"),
            new Owned("attachment", null, "file", "files"),
            new Owned("status_note", null, "update", "updates"),
            new Owned("occurrence_role", null, "role", "roles"),
            new Owned("remediation", null, "remediation run", "remediation runs"),
            new Owned("deployment", null, "deployment", "deployments"),
            new Owned("experiment", null, "experiment", "experiments"),
            new Owned("reference", null, "link elsewhere", "links elsewhere"),
            new Owned("incident_share", "objective_id", "part in an error budget", "parts in error budgets"),
            new Owned("occurrence_control", "control_id", "control", "controls"),
            new Owned("occurrence_service", "service_id", "service", "services"),
            new Owned("occurrence_tag", "tag_id", "tag", "tags"));

    /** As long as one entry of a timeline may be. */
    private static final int LONGEST = 99_000;

    void check(Errors errors) {
        if (Postmortem.of(gone) != null && Postmortem.of(kept) != null) {
            errors.add("into", "Both have a postmortem, and only one can stay. Merge the other way round after moving its text by hand.");
        }
    }

    /** What would move, in words. */
    List<String> moving() {
        var moving = new ArrayList<String>();
        MOVED.forEach(owned -> add(moving, count("select count(*) from " + owned.table + owned.condition(), owned.key != null), owned.one, owned.many));
        add(moving, OccurrenceLink.standingOf(gone).stream().filter(link -> !link.other(gone).id.equals(kept.id)).count(), "link", "links");
        if (Postmortem.of(gone) != null) {
            moving.add("its postmortem");
        }
        pieces().forEach((what, text) -> moving.add(what + ", as a timeline entry that says where it comes from"));
        return moving;
    }

    void merge(Person by, Instant now) {
        var before = Snapshot.of(kept);
        var moved = String.join(", ", moving());
        var merger = OccurrenceMerger.of(gone, kept, by, now);
        move(merger, by, now);
        pieces().forEach((what, text) -> keep(merger, what, text, by, now));
        gone.deletedAt = now;
        gone.deletedBy = by;
        gone.mergedInto = kept;
        var entities = Panache.getEntityManager();
        entities.flush();
        entities.refresh(kept);
        kept.touched();
        var after = new LinkedHashMap<>(Snapshot.of(kept));
        after.put("Took over from #" + gone.number, moved.isEmpty() ? gone.title : gone.title + ": " + moved);
        Change.record(kept.subject(), "merged #" + gone.number + " into this record", before, after, by, now);
        Change.record(gone.subject(), "merged this record into #" + kept.number, Map.of(), Map.of("Merged into", kept.heading()), by, now);
    }

    private void move(OccurrenceMerger merger, Person by, Instant now) {
        // links to the kept record itself first: they hold nothing any more
        OccurrenceLink.standingOf(gone).stream().sorted((a, b) -> Boolean.compare(!a.other(gone).id.equals(kept.id), !b.other(gone).id.equals(kept.id)))
                .forEach(link -> merger.keep(link.move(gone, kept, "linked by merging #" + gone.number, by, now) ? OccurrenceMerger.LINK : OccurrenceMerger.UNLINKED, link.id));
        // an entry of another source's record is none of this one's source
        merger.run("update timeline_entry set external_id = :number || external_id where occurrence_id = :gone and external_id is not null", null);
        // the kept record has a lead or none, and one person for each role
        merger.keepAll(OccurrenceMerger.ENDED, """
                select r.id from occurrence_role r where r.occurrence_id = :gone and r.until is null and (r.role = '%s'
                  or exists (select 1 from occurrence_role k where k.occurrence_id = :kept and k.until is null and lower(k.role) = lower(r.role)))
                """.formatted(OccurrenceRole.LEAD));
        OccurrenceRole.update("until = ?1 where id in ?2", now, merger.rows(OccurrenceMerger.ENDED));
        merger.keepAll(OccurrenceMerger.POSTMORTEM, "select id from postmortem where occurrence_id = :gone");
        merger.run("update postmortem set occurrence_id = :kept where occurrence_id = :gone", null);
        MOVED.forEach(owned -> {
            merger.keepAll(owned.table, "select " + owned.row() + " from " + owned.table + owned.condition());
            merger.run("update " + owned.table + " set occurrence_id = :kept" + owned.condition(), null);
        });
    }

    /** The texts that are nobody's rows. */
    private Map<String, String> pieces() {
        var pieces = new LinkedHashMap<String, String>();
        pieces.put("what happened", gone.narrative);
        pieces.put("its impact", gone.impact);
        pieces.put("its kinds of impact", gone.extent.kindNames());
        pieces.put("customers affected", gone.extent.customerWords());
        pieces.put("its potential impact", gone.potentialImpact);
        pieces.put("how it was stopped", gone.stoppedHow);
        pieces.put("the one change", gone.oneChange);
        pieces.values().removeIf(text -> text == null);
        return pieces;
    }

    private void keep(OccurrenceMerger merger, String what, String text, Person by, Instant now) {
        for (var from = 0; from < text.length(); from += LONGEST) {
            var entry = new TimelineEntry();
            entry.at = gone.occurredAt;
            entry.kind = EntryKind.OBSERVATION;
            entry.text = "*From #%d, “%s”, %s:*\n\n%s".formatted(gone.number, gone.title, what, text.substring(from, Math.min(text.length(), from + LONGEST)));
            merger.keep(OccurrenceMerger.PIECE, entry.add(kept, by, now).id);
        }
    }

    static void add(List<String> moving, long count, String one, String many) {
        if (count > 0) {
            moving.add(count + " " + (count == 1 ? one : many));
        }
    }

    private long count(String sql, boolean both) {
        var query = Panache.getEntityManager().createNativeQuery(sql, Long.class).setParameter("gone", gone.id);
        return (Long) (both ? query.setParameter("kept", kept.id) : query).getSingleResult();
    }
}
