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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** One line of what happened. Lines of the same minute stay in the order they were added. */
@Entity
public class TimelineEntry extends PanacheEntityBase {

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

    private Change.Subject subject() {
        return new Change.Subject("timeline entry", id, occurrence.id, version);
    }
}
