package org.closecall.bulk;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.closecall.catalog.Tag;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Person;

/** Several records changed together, with what came of each; it can be taken back once. */
@Entity
public class BulkEdit extends PanacheEntityBase {

    public static final int MOST = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    /** What was asked for, in words, one a line. */
    public String asked;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "created_by")
    public Person createdBy;
    public Instant createdAt;
    public Instant undoneAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "undone_by")
    public Person undoneBy;

    static BulkEdit found(long id) {
        return present(BulkEdit.<BulkEdit>find("from BulkEdit e join fetch e.createdBy left join fetch e.undoneBy where e.id = ?1", id).firstResult());
    }

    /** Locks the row: whoever comes second sees what the first has undone. */
    static BulkEdit undoing(long id) {
        return present(BulkEdit.<BulkEdit>findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** seen is the version of each record that its page showed. All or nothing is written. */
    static BulkEdit carryOut(BulkChange change, Map<Long, Integer> seen, Person by, Instant now) {
        var records = Occurrence.editing(seen.keySet());
        if (records.size() < seen.size()) {
            throw new NotFoundException("There is no record of one of the numbers");
        }
        var edit = new BulkEdit();
        edit.asked = change.words();
        edit.createdBy = by;
        edit.createdAt = now;
        edit.persist();
        // after the records, as single edits do: who waits for a new tag must hold nothing its maker waits for
        var added = Tag.named(change.add());
        records.forEach(record -> BulkEditRecord.of(edit, record).edit(change, added, seen.get(record.number), by, now));
        return edit;
    }

    /** Takes back what this did where it is still so. False when that was done before. The caller has locked it. */
    boolean undo(Person by, Instant now) {
        if (undone()) {
            return false;
        }
        undoneAt = now;
        undoneBy = by;
        Occurrence.editing(BulkEditRecord.changedNumbers(this));
        BulkEditRecord.of(this).stream().filter(BulkEditRecord::changed).forEach(record -> record.undo(by, now));
        return true;
    }


    public boolean undone() {
        return undoneAt != null;
    }

    public List<String> askedLines() {
        return asked.lines().toList();
    }

    private static BulkEdit present(BulkEdit found) {
        if (found == null) {
            throw new NotFoundException("There is no such bulk edit");
        }
        return found;
    }
}
