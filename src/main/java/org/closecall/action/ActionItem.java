package org.closecall.action;

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
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.closecall.web.Formats;

/** A promise made because of an occurrence. What belongs to a removed occurrence is in no list, like the record itself. */
@Entity
public class ActionItem extends PanacheEntityBase {

    private static final String WITH_ALL = "from ActionItem a join fetch a.occurrence left join fetch a.owner left join fetch a.createdBy "
            + "left join fetch a.startedBy left join fetch a.doneBy left join fetch a.deletedBy where a.id = ?1";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Occurrence occurrence;
    public String title;
    public String description;
    @ManyToOne(fetch = FetchType.LAZY)
    public Person owner;
    public LocalDate dueOn;
    @Enumerated(EnumType.STRING)
    public Aim aim;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "created_by")
    public Person createdBy;
    public Instant createdAt;
    public Instant startedAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "started_by")
    public Person startedBy;
    public Instant doneAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "done_by")
    public Person doneBy;
    public Instant firstDoneAt;
    @Version
    public int version;
    public Instant deletedAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "deleted_by")
    public Person deletedBy;

    /** With everything its page shows, in one statement. Also finds what was removed. */
    static ActionItem shown(long id) {
        return present(ActionItem.<ActionItem>find(WITH_ALL, id).firstResult());
    }

    /** Locks the row, so that versions are compared and moves made one writer at a time. */
    static ActionItem changing(long id) {
        return present(ActionItem.<ActionItem>findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** What is left to do first, due soonest first; then what is done. */
    public static List<ActionItem> of(Occurrence occurrence) {
        return list("from ActionItem a left join fetch a.owner where a.occurrence = ?1 and a.deletedAt is null "
                + "order by case when a.doneAt is null then 0 else 1 end, a.dueOn nulls last, a.id", occurrence);
    }

    /** How many each has that are not done, by the occurrence's id; in one statement. */
    public static Map<Long, Long> open(List<Occurrence> occurrences) {
        var counts = occurrences.isEmpty() ? List.<Object[]>of() : getEntityManager().createQuery("select a.occurrence.id, count(a) from ActionItem a "
                + "where a.occurrence in :occurrences and a.doneAt is null and a.deletedAt is null group by a.occurrence.id", Object[].class).setParameter("occurrences", occurrences).getResultList();
        return counts.stream().collect(Collectors.toMap(count -> (Long) count[0], count -> (Long) count[1]));
    }

    /** Not done, due soonest first. */
    public static List<ActionItem> waitingFor(Person person, int most) {
        return ActionItem.<ActionItem>find("from ActionItem a join fetch a.occurrence o where a.owner = ?1 and a.doneAt is null and a.deletedAt is null "
                + "and o.deletedAt is null order by a.dueOn nulls last, a.id", person).page(0, most).list();
    }

    public static long late(LocalDate today) {
        return count("doneAt is null and deletedAt is null and occurrence.deletedAt is null and dueOn < ?1", today);
    }

    public ActionItem add(Occurrence to, Person by, Instant now) {
        occurrence = to;
        createdBy = by;
        createdAt = now;
        persistAndFlush();
        record("added", Map.of(), snapshot(), by, now);
        return this;
    }

    /** The caller has taken snapshot() before changing anything. False when nothing was changed. */
    public boolean edited(Map<String, String> before, Person by, Instant now) {
        var after = snapshot();
        if (before.equals(after)) {
            return false;
        }
        record("edited", before, after, by, now);
        return true;
    }

    /** Each move tells whether it moved anything: sent twice, the second changes nothing. */
    public boolean start(Person by, Instant now) {
        return state().open() && move("started", by, now, () -> {
            startedAt = now;
            startedBy = by;
        });
    }

    public boolean complete(Person by, Instant now) {
        return !state().done() && move("completed", by, now, () -> {
            doneAt = now;
            doneBy = by;
            firstDoneAt = Objects.requireNonNullElse(firstDoneAt, now);
        });
    }

    /** Back to open, wherever it was. */
    public boolean reopen(Person by, Instant now) {
        return !state().open() && move("reopened", by, now, () -> {
            startedAt = null;
            startedBy = null;
            doneAt = null;
            doneBy = null;
        });
    }

    public boolean remove(Person by, Instant now) {
        return !removed() && move("removed", by, now, () -> {
            deletedAt = now;
            deletedBy = by;
        });
    }

    public boolean restore(Person by, Instant now) {
        if (!removed()) {
            return false;
        }
        deletedAt = null;
        deletedBy = null;
        record("restored", Map.of(), Map.of(), by, now);
        return true;
    }

    public ActionState state() {
        return doneAt != null ? ActionState.DONE : startedAt != null ? ActionState.IN_PROGRESS : ActionState.OPEN;
    }

    public boolean removed() {
        return deletedAt != null;
    }

    /** False for what went with its record. */
    public boolean listed() {
        return !removed() && !occurrence.removed();
    }

    /** Null without a due date. */
    public Due due(LocalDate today) {
        return dueOn == null ? null : new Due(dueOn, today, state().done());
    }

    public Change.Subject subject() {
        return new Change.Subject("action", id, occurrence.id, version);
    }

    /** As label and text, in the order of the form: what histories compare. */
    public Map<String, String> snapshot() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Title", title);
        fields.put("Description", description);
        fields.put("Owner", owner == null ? null : owner.name);
        fields.put("Due", dueOn == null ? null : Formats.day(dueOn));
        fields.put("Aim", aim.label);
        fields.values().removeIf(Objects::isNull);
        return fields;
    }

    private boolean move(String verb, Person by, Instant now, Runnable change) {
        if (removed()) {
            return false;
        }
        var before = Map.of("State", state().label);
        change.run();
        record(verb, before, Map.of("State", state().label), by, now);
        return true;
    }

    /** The verb names the action: the occurrence's history tells of several. */
    private void record(String verb, Map<String, String> before, Map<String, String> after, Person by, Instant now) {
        getEntityManager().flush();
        Change.record(subject(), verb + " the action “" + title + "”", before, after, by, now);
    }

    private static ActionItem present(ActionItem found) {
        if (found == null) {
            throw new NotFoundException("There is no such action");
        }
        return found;
    }
}
