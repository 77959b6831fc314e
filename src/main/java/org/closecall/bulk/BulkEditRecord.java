package org.closecall.bulk;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.closecall.catalog.Tag;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.Snapshot;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What came of one record in a bulk edit: skipped and why, changed, or neither where all was so already. */
@Entity
public class BulkEditRecord extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public BulkEdit bulkEdit;
    @ManyToOne(fetch = FetchType.LAZY)
    public Occurrence occurrence;
    public String skipped;
    /** Named as BulkField is. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Change.Field> fields = List.of();
    @ManyToOne(fetch = FetchType.LAZY)
    public Change change;
    /** What undoing left alone, and why. */
    public String kept;
    @ManyToOne(fetch = FetchType.LAZY)
    public Change undoing;

    static BulkEditRecord of(BulkEdit edit, Occurrence occurrence) {
        var record = new BulkEditRecord();
        record.bulkEdit = edit;
        record.occurrence = occurrence;
        return record;
    }

    static List<BulkEditRecord> of(BulkEdit edit) {
        return list("from BulkEditRecord r join fetch r.occurrence o left join fetch r.change left join fetch r.undoing where r.bulkEdit = ?1 order by o.number desc", edit);
    }

    /** Read without the records themselves: these are to be locked before they are looked at. */
    static List<Long> changedNumbers(BulkEdit edit) {
        return getEntityManager().createQuery("select r.occurrence.number from BulkEditRecord r where r.bulkEdit = :edit and r.change is not null", Long.class)
                .setParameter("edit", edit).getResultList();
    }

    /** Which bulk edit made or took back a change of a record's history, by the change's id. */
    public static Map<Long, Long> byChange(Long occurrenceId) {
        var edits = new HashMap<Long, Long>();
        BulkEditRecord.<BulkEditRecord>list("occurrence.id = ?1 and change is not null", occurrenceId).forEach(record -> {
            edits.put(record.change.id, record.bulkEdit.id);
            if (record.undoing != null) {
                edits.put(record.undoing.id, record.bulkEdit.id);
            }
        });
        return edits;
    }

    /** seen: the version the page showed. */
    void edit(BulkChange wanted, Set<Tag> added, int seen, Person by, Instant now) {
        skipped = occurrence.removed() ? gone(occurrence) : occurrence.version != seen ? "was changed after you opened the page" : null;
        if (skipped == null) {
            var text = Snapshot.of(occurrence);
            var before = BulkField.all(occurrence);
            wanted.applyTo(occurrence, added);
            fields = Change.differences(before, BulkField.all(occurrence));
            change = occurrence.changed("edited", text, by, now);
        }
        persist();
    }

    /** Field by field: what somebody has changed since stays theirs. */
    void undo(Person by, Instant now) {
        var standing = occurrence.removed() ? List.<Change.Field>of() : fields.stream().filter(field -> BulkField.valueOf(field.name()).is(occurrence, field.after())).toList();
        var left = fields.stream().filter(field -> !standing.contains(field)).map(field -> BulkField.valueOf(field.name()).label).collect(Collectors.joining(", "));
        kept = occurrence.removed() ? gone(occurrence) : left.isEmpty() ? null : left + ": changed since";
        var text = Snapshot.of(occurrence);
        standing.forEach(field -> BulkField.valueOf(field.name()).write(occurrence, field.before()));
        undoing = occurrence.changed("took back a bulk edit", text, by, now);
    }

    public boolean changed() {
        return change != null;
    }

    static String gone(Occurrence occurrence) {
        return occurrence.mergedInto == null ? "was removed" : "was merged into #" + occurrence.mergedInto.number;
    }
}
