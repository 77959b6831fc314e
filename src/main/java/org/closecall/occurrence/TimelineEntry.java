package org.closecall.occurrence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.closecall.web.Formats;

/** One line of what happened. Lines of the same minute stay in the order they were added. */
@Entity
public class TimelineEntry extends PanacheEntityBase {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Occurrence occurrence;
    public Instant at;
    @Enumerated(EnumType.STRING)
    public EntryKind kind;
    public String text;
    public String evidenceUrl;
    public boolean learnedLater;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "created_by")
    public Person createdBy;
    public Instant createdAt;
    public String externalId;
    /** What was pasted together is taken back together. */
    public UUID paste;
    public Instant deletedAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "deleted_by")
    public Person deletedBy;
    @Version
    public int version;

    public static List<TimelineEntry> of(Occurrence occurrence) {
        return list("occurrence = ?1 and deletedAt is null order by at, id", occurrence);
    }

    public static TimelineEntry of(Occurrence occurrence, long id) {
        var found = evenRemoved(occurrence, id);
        if (found.removed()) {
            throw new NotFoundException();
        }
        return found;
    }

    /** Says of these that they were learned later, or known then. What was removed meanwhile stays as it was. */
    public static void mark(Occurrence occurrence, Set<Long> ids, boolean later, Person by, Instant now) {
        if (!ids.isEmpty()) {
            List<TimelineEntry> there = find("occurrence = ?1 and id in ?2 and deletedAt is null and learnedLater <> ?3 order by id", occurrence, ids, later).withLock(LockModeType.PESSIMISTIC_WRITE).list();
            there.forEach(entry -> {
                var before = entry.snapshot();
                entry.learnedLater = later;
                entry.edited(before, by, now);
            });
        }
    }

    /** Locked, and also found when it was removed: both happen while somebody else is typing. */
    static TimelineEntry editing(Occurrence occurrence, long id) {
        var entry = evenRemoved(occurrence, id);
        getEntityManager().refresh(entry, LockModeType.PESSIMISTIC_WRITE);
        return entry;
    }

    private static TimelineEntry evenRemoved(Occurrence occurrence, long id) {
        TimelineEntry found = find("occurrence = ?1 and id = ?2", occurrence, id).firstResult();
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }

    public TimelineEntry add(Occurrence to, Person by, Instant now) {
        occurrence = to;
        createdBy = by;
        createdAt = now;
        persistAndFlush();
        Change.record(subject(), "added a timeline entry", Map.of(), snapshot(), by, now);
        return this;
    }

    /** The same person has just added the same: they went back and sent it again. */
    boolean repeats(Occurrence to, Person by, Instant now) {
        return count("occurrence = ?1 and createdBy = ?2 and text = ?3 and kind = ?4 and evidenceUrl is not distinct from ?5 and deletedAt is null and createdAt > ?6 and at > ?7 and at < ?8",
                to, by, text, kind, evidenceUrl, now.minus(MINUTE.multipliedBy(10)), at.minus(MINUTE), at.plus(MINUTE)) > 0;
    }

    /** In their order, with one line in the history. */
    static void paste(Occurrence to, List<TimelineEntry> entries, Person by, Instant now) {
        entries.forEach(entry -> {
            entry.occurrence = to;
            entry.createdBy = by;
            entry.createdAt = now;
            entry.persist();
        });
        Change.record(pasteOf(to), "added " + counted(entries.size()), Map.of(), texts(entries), by, now);
    }

    /** All that was pasted together, removed or not, locked. */
    static List<TimelineEntry> pasted(Occurrence occurrence, UUID paste) {
        return find("occurrence = ?1 and paste = ?2 order by id", occurrence, paste).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** How many were still there. */
    static int takeBack(Occurrence from, List<TimelineEntry> entries, Person by, Instant now) {
        var there = entries.stream().filter(entry -> !entry.removed()).toList();
        there.forEach(entry -> {
            entry.deletedAt = now;
            entry.deletedBy = by;
        });
        if (!there.isEmpty()) {
            Change.record(pasteOf(from), "removed " + counted(there.size()), texts(there), Map.of(), by, now);
        }
        return there.size();
    }

    /** Those that were removed last, at once: what somebody had removed one by one before stays so. */
    static int bringBack(Occurrence to, List<TimelineEntry> entries, Person by, Instant now) {
        var last = entries.stream().filter(TimelineEntry::removed).map(entry -> entry.deletedAt).max(Instant::compareTo).orElse(null);
        var back = entries.stream().filter(entry -> entry.removed() && entry.deletedAt.equals(last)).toList();
        back.forEach(entry -> {
            entry.deletedAt = null;
            entry.deletedBy = null;
        });
        if (!back.isEmpty()) {
            Change.record(pasteOf(to), "restored " + counted(back.size()), Map.of(), texts(back), by, now);
        }
        return back.size();
    }

    /** 60 timeline entries */
    public static String counted(int entries) {
        return entries == 1 ? "1 timeline entry" : entries + " timeline entries";
    }

    public void edited(Map<String, String> before, Person by, Instant now) {
        var after = snapshot();
        if (!before.equals(after)) {
            getEntityManager().flush();
            Change.record(subject(), "edited a timeline entry", before, after, by, now);
        }
    }

    public void remove(Person by, Instant now) {
        deletedAt = now;
        deletedBy = by;
        getEntityManager().flush();
        Change.record(subject(), "removed a timeline entry", snapshot(), Map.of(), by, now);
    }

    public void restore(Person by, Instant now) {
        deletedAt = null;
        deletedBy = null;
        getEntityManager().flush();
        Change.record(subject(), "restored a timeline entry", Map.of(), snapshot(), by, now);
    }

    public boolean removed() {
        return deletedAt != null;
    }

    public Map<String, String> snapshot() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Time", at.toString());
        fields.put("Entry kind", kind.label);
        fields.put("Entry", text);
        fields.put("Evidence", evidenceUrl);
        fields.put("Learned later", learnedLater ? "yes" : "no");
        fields.values().removeIf(Objects::isNull);
        return fields;
    }

    private static Change.Subject pasteOf(Occurrence occurrence) {
        return new Change.Subject("paste", occurrence.id, occurrence.id, null);
    }

    private static Map<String, String> texts(List<TimelineEntry> entries) {
        var texts = new LinkedHashMap<String, String>();
        entries.forEach(entry -> texts.put("Entry " + (texts.size() + 1), Formats.utc(entry.at) + " " + entry.text));
        return texts;
    }

    private Change.Subject subject() {
        return new Change.Subject("timeline entry", id, occurrence.id, version);
    }
}
