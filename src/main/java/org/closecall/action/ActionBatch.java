package org.closecall.action;

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
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.closecall.people.Person;

/** Several actions changed together, or one on the board, with what came of each; it can be taken back once. */
@Entity
public class ActionBatch extends PanacheEntityBase {

    public static final int MOST = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    /** What was asked for, in words, one a line. */
    public String asked;
    /** The board it was done on, as in its address; null for what was chosen from the list. */
    public String board;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "created_by")
    public Person createdBy;
    public Instant createdAt;
    public Instant undoneAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "undone_by")
    public Person undoneBy;

    static ActionBatch found(long id) {
        return present(ActionBatch.<ActionBatch>find("from ActionBatch b join fetch b.createdBy left join fetch b.undoneBy where b.id = ?1", id).firstResult());
    }

    /** Locks the row: whoever comes second sees what the first has undone. */
    static ActionBatch undoing(long id) {
        return present(ActionBatch.<ActionBatch>findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** seen is the version of each action that its page showed. All or nothing is written. */
    static ActionBatch carryOut(ActionChange change, Map<Long, Integer> seen, String board, Person by, Instant now, LocalDate today) {
        var actions = changing(seen.keySet());
        if (actions.size() < seen.size()) {
            throw new NotFoundException("There is no such action");
        }
        var batch = new ActionBatch();
        batch.asked = change.words();
        batch.board = board;
        batch.createdBy = by;
        batch.createdAt = now;
        batch.persist();
        actions.forEach(action -> ActionBatchLine.of(batch, action).change(change, seen.get(action.id), new Step(action, by, now), today));
        return batch;
    }

    /** Takes back what this did where it is still so. False when that was done before. The caller has locked it. */
    boolean undo(Person by, Instant now) {
        if (undone()) {
            return false;
        }
        undoneAt = now;
        undoneBy = by;
        changing(ActionBatchLine.changedIds(this));
        ActionBatchLine.of(this).stream().filter(ActionBatchLine::changed).forEach(line -> line.undo(by, now));
        return true;
    }

    public boolean undone() {
        return undoneAt != null;
    }

    public List<String> askedLines() {
        return asked.lines().toList();
    }

    /** Locked lowest first, so that two who change the same ones wait for each other only once. */
    private static List<ActionItem> changing(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : ActionItem.<ActionItem>find("id in ?1 order by id", List.copyOf(ids)).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    private static ActionBatch present(ActionBatch found) {
        if (found == null) {
            throw new NotFoundException("Nothing was changed under that number");
        }
        return found;
    }
}
