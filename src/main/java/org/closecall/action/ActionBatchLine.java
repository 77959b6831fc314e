package org.closecall.action;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What came of one action in a batch: skipped and why, changed, or neither where all was so already. */
@Entity
public class ActionBatchLine extends PanacheEntityBase {

    private static final String TAKEN_BACK = "It was changed together with others, and that was taken back";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public ActionBatch batch;
    @ManyToOne(fetch = FetchType.LAZY)
    public ActionItem action;
    public String skipped;
    /** In words, for people. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Change.Field> shown = List.of();
    /** Named as ActionField is, to put them back. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Change.Field> fields = List.of();
    /** Both null when it took no step; since is when it took it. */
    @Enumerated(EnumType.STRING)
    public ActionState source;
    public Instant since;
    /** What undoing left alone, and why. */
    public String kept;

    static ActionBatchLine of(ActionBatch batch, ActionItem action) {
        var line = new ActionBatchLine();
        line.batch = batch;
        line.action = action;
        return line;
    }

    static List<ActionBatchLine> of(ActionBatch batch) {
        return list("from ActionBatchLine l join fetch l.action a left join fetch a.occurrence left join fetch a.owner where l.batch = ?1 order by a.dueOn nulls last, a.id", batch);
    }

    /** Read without the actions themselves: these are to be locked before they are looked at. */
    static List<Long> changedIds(ActionBatch batch) {
        return getEntityManager().createQuery("select l.action.id from ActionBatchLine l where l.batch = :batch and l.skipped is null", Long.class).setParameter("batch", batch).getResultList();
    }

    /** Why something was left alone by undoing; empty when nothing was. */
    static String kept(ActionBatch batch) {
        return of(batch).stream().map(line -> line.kept).filter(Objects::nonNull).collect(Collectors.joining("; "));
    }

    /** seen: the version the page showed. */
    void change(ActionChange wanted, int seen, Step step, LocalDate today) {
        skipped = action.version == seen ? wanted.refusal(action, today) : "was changed after you opened the page";
        if (skipped == null) {
            shown = wanted.foreseen(action);
            var before = ActionField.all(action);
            var stood = action.state;
            wanted.applyTo(step, step.by());
            fields = Change.differences(before, ActionField.all(action));
            source = action.state == stood ? null : stood;
            since = source == null ? null : action.stateSince;
        }
        persist();
    }

    /** Field by field: what somebody has changed since stays theirs. */
    void undo(Person by, Instant now) {
        var left = new ArrayList<String>();
        if (!action.listed()) {
            left.add(action.removed() ? "it was removed" : "its record was removed");
        } else {
            if (source != null && !stepBack(new Step(action, by, now))) {
                left.add("State");
            }
            var before = action.snapshot();
            fields.forEach(field -> putBack(field, now, left));
            var after = action.snapshot();
            if (!before.equals(after)) {
                action.told("took back a change of", before, after, by, now);
            }
        }
        kept = left.isEmpty() ? null : String.join(", ", left) + (action.listed() ? ": changed since, or not to be taken back" : "");
    }

    public boolean changed() {
        return skipped == null && !shown.isEmpty();
    }

    private void putBack(Change.Field field, Instant now, List<String> left) {
        var which = ActionField.valueOf(field.name());
        if (which == ActionField.WAITS && !action.state.unfinished()) {
            return;
        }
        if (!which.read(action).equals(field.after())) {
            left.add(which.label);
            return;
        }
        which.write(action, field.before());
        if (which == ActionField.WAITS) {
            action.blockedSince = action.blockedOn == null ? null : now;
        }
    }

    /** False where somebody has moved it since, or it was settled before: that nobody settles by taking back. */
    private boolean stepBack(Step step) {
        if (!Objects.equals(action.stateSince, since) || !source.unfinished()) {
            return false;
        }
        var firstDone = action.state == ActionState.DONE && Objects.equals(action.firstDoneAt, action.doneAt);
        var back = action.state == ActionState.OPEN || step.reopen(TAKEN_BACK);
        if (firstDone) {
            // it was not done after all
            action.firstDoneAt = null;
        }
        return back && (source == ActionState.OPEN || step.start());
    }
}
