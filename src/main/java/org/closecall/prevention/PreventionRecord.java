package org.closecall.prevention;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** What remediation runs, deployments and experiments share: a moment, perhaps an occurrence, and who or what reported it. */
@MappedSuperclass
public abstract class PreventionRecord extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    /** When it began. */
    public Instant at;
    @ManyToOne(fetch = FetchType.LAZY)
    public Occurrence occurrence;
    /** What all reports of it share; null where nobody gave one. */
    public String key;
    /** Of the first report under the key: another one with other words is refused. */
    public String digest;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "created_by")
    public Person createdBy;
    public Instant createdAt;
    @Version
    public int version;
    public Instant deletedAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "deleted_by")
    public Person deletedBy;

    public abstract PreventionKind kind();

    /** One line that tells it from others. */
    public abstract String title();

    public abstract Map<String, String> snapshot();

    public String address() {
        return kind().address() + "/" + id;
    }

    public Change.Subject subject() {
        return new Change.Subject(kind().one, id, null, version);
    }

    public boolean removed() {
        return deletedAt != null;
    }

    /** Null where it has none. */
    public String occurrenceNumber() {
        return occurrence == null ? null : "#" + occurrence.number;
    }

    <E extends PreventionRecord> E add(Person by, Instant now) {
        createdBy = by;
        createdAt = now;
        persistAndFlush();
        Change.record(subject(), "added", Map.of(), snapshot(), by, now);
        @SuppressWarnings("unchecked")
        var added = (E) this;
        return added;
    }

    /** The caller has taken the snapshot before changing anything. False when nothing was changed. */
    boolean edited(Map<String, String> before, Person by, Instant now) {
        var after = snapshot();
        if (before.equals(after)) {
            return false;
        }
        getEntityManager().flush();
        Change.record(subject(), "edited", before, after, by, now);
        return true;
    }

    /** Out of every list and figure; its key stays taken, so that no program brings it back unasked. */
    void remove(Person by, Instant now) {
        if (!removed()) {
            deletedAt = now;
            deletedBy = by;
            moved("removed", by, now);
        }
    }

    void restore(Person by, Instant now) {
        if (removed()) {
            deletedAt = null;
            deletedBy = null;
            moved("restored", by, now);
        }
    }

    private void moved(String verb, Person by, Instant now) {
        getEntityManager().flush();
        Change.record(subject(), verb, Map.of(), Map.of(), by, now);
    }
}
