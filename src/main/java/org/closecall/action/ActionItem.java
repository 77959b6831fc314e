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
import java.util.stream.Stream;
import org.closecall.catalog.Control;
import org.closecall.catalog.FactorCategory;
import org.closecall.catalog.Layer;
import org.closecall.catalog.Service;
import org.closecall.catalog.Team;
import org.closecall.monthly.MonthlyReview;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.closecall.web.Formats;

/** A promise, most often made because of an occurrence. What belongs to a removed occurrence is in no list, like the record itself. */
@Entity
public class ActionItem extends PanacheEntityBase {

    private static final String WITH_ALL = "from ActionItem a left join fetch a.occurrence left join fetch a.owner left join fetch a.team left join fetch a.service left join fetch a.strategy "
            + "left join fetch a.control left join fetch a.follows left join fetch a.createdBy left join fetch a.startedBy left join fetch a.doneBy left join fetch a.verifiedBy left join fetch a.deletedBy left join fetch a.monthlyReview where a.id ";
    private static final String LISTED = "a.deletedAt is null and (o is null or o.deletedAt is null) and a.state in (OPEN, IN_PROGRESS)";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    /** Null when it came from nothing on record, or from a monthly review. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Occurrence occurrence;
    @Enumerated(EnumType.STRING)
    public Origin origin = Origin.OCCURRENCE;
    /** The factor, the luck or the month it came from, in its words of then. */
    public String originText;
    @ManyToOne(fetch = FetchType.LAZY) public FactorCategory factorCategory;
    /** The review that decided on it. */
    @ManyToOne(fetch = FetchType.LAZY) public MonthlyReview monthlyReview;
    /** The one that did not help. */
    @ManyToOne(fetch = FetchType.LAZY)
    public ActionItem follows;
    public String title;
    public String description;
    @ManyToOne(fetch = FetchType.LAZY)
    public Person owner;
    @ManyToOne(fetch = FetchType.LAZY)
    public Team team;
    @ManyToOne(fetch = FetchType.LAZY)
    public Service service;
    public LocalDate dueOn;
    @Enumerated(EnumType.STRING)
    public Priority priority = Priority.MEDIUM;
    @Enumerated(EnumType.STRING)
    public Aim aim;
    @ManyToOne(fetch = FetchType.LAZY)
    public Strategy strategy;
    /** That of its control, or where it has none, as chosen. */
    @Enumerated(EnumType.STRING)
    public Layer layer;
    @ManyToOne(fetch = FetchType.LAZY)
    public Control control;
    @Enumerated(EnumType.STRING)
    public ActionState state = ActionState.OPEN;
    public Instant stateSince;
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
    /** Whose promise it was then. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Person doneOwner;
    public Instant firstDoneAt;
    public Instant verifiedAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "verified_by")
    public Person verifiedBy;
    /** In words; null when nothing is in the way. */
    public String blockedOn;
    public Instant blockedSince;
    public LocalDate acceptedUntil;
    /** When somebody should say whether it helped; null when nobody needs to. */
    public LocalDate judgeOn;
    @Enumerated(EnumType.STRING)
    public Effect effect;
    @Version
    public int version;
    public Instant deletedAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "deleted_by")
    public Person deletedBy;

    /** With everything its page shows, in one statement. Also finds what was removed. */
    static ActionItem shown(long id) {
        return present(ActionItem.<ActionItem>find(WITH_ALL + "= ?1", id).firstResult());
    }

    /** With everything their pages show, in one statement and no order. Also what was removed. */
    static List<ActionItem> withIds(List<Long> ids) {
        return ids.isEmpty() ? List.of() : list(WITH_ALL + "in ?1", ids);
    }

    /** Locks the row, so that versions are compared and moves made one writer at a time. */
    static ActionItem changing(long id) {
        return present(ActionItem.<ActionItem>findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** What is left to do first, due soonest first; then what is done. */
    public static List<ActionItem> of(Occurrence occurrence) {
        return list("from ActionItem a left join fetch a.owner where a.occurrence = ?1 and a.deletedAt is null "
                + "order by case when a.state in (OPEN, IN_PROGRESS) then 0 else 1 end, a.dueOn nulls last, a.id", occurrence);
    }

    /** How many each has that are not done, by the occurrence's id; in one statement. */
    public static Map<Long, Long> open(List<Occurrence> occurrences) {
        var counts = occurrences.isEmpty() ? List.<Object[]>of() : getEntityManager().createQuery("select a.occurrence.id, count(a) from ActionItem a "
                + "where a.occurrence in :occurrences and a.state in (OPEN, IN_PROGRESS) and a.deletedAt is null group by a.occurrence.id", Object[].class).setParameter("occurrences", occurrences).getResultList();
        return counts.stream().collect(Collectors.toMap(count -> (Long) count[0], count -> (Long) count[1]));
    }

    /** Not done, because of what happened to that service or meant for it, due soonest first. */
    public static List<ActionItem> unfinished(Service service, int most) {
        return ActionItem.<ActionItem>find("from ActionItem a left join fetch a.occurrence o where " + LISTED
                + " and (a.service = ?1 or a.service is null and ?1 member of o.services) order by a.dueOn nulls last, a.id", service).page(0, most).list();
    }

    /** From an occurrence; null for what came from nothing on record. What was promised elsewhere keeps its day. */
    public ActionItem add(Occurrence to, Person by, Instant now) {
        occurrence = to;
        createdBy = by;
        createdAt = Objects.requireNonNullElse(createdAt, now);
        stateSince = createdAt;
        persistAndFlush();
        Transition.promised(this, by, createdAt);
        told("added", Map.of(), snapshot(), by, now);
        Tidings.given(this, by, now);
        return this;
    }

    /** The caller has taken snapshot() before changing anything. False when nothing was changed. */
    public boolean edited(Map<String, String> before, Person by, Instant now) {
        var after = snapshot();
        if (before.equals(after)) {
            return false;
        }
        told("edited", before, after, by, now);
        if (!Objects.equals(before.get("Owner"), after.get("Owner"))) {
            Tidings.given(this, by, now);
        }
        return true;
    }

    /** Whether this person may say that it works: not who did it, nor whose promise it is or was then. */
    public boolean verifiableBy(Person person) {
        return state == ActionState.DONE && !removed() && person != null && Stream.of(doneBy, doneOwner, owner).noneMatch(one -> one != null && one.id.equals(person.id));
    }

    public boolean remove(Person by, Instant now) {
        if (removed()) {
            return false;
        }
        deletedAt = now;
        deletedBy = by;
        told("removed", Map.of("State", state.label), Map.of("State", state.label), by, now);
        return true;
    }

    public boolean restore(Person by, Instant now) {
        if (!removed()) {
            return false;
        }
        deletedAt = null;
        deletedBy = null;
        told("restored", Map.of(), Map.of(), by, now);
        return true;
    }

    /** done, verified, accepted: before the day it came to that. */
    public String stateWord() {
        return state == ActionState.RISK_ACCEPTED ? "accepted" : state == ActionState.DONE ? "done" : state.inText();
    }

    public boolean removed() {
        return deletedAt != null;
    }

    /** False for what went with its record. */
    public boolean listed() {
        return !removed() && (occurrence == null || !occurrence.removed());
    }

    /** Null without a due date. */
    public Due due(LocalDate today) {
        return dueOn == null ? null : new Due(dueOn, today, !state.unfinished());
    }

    public Change.Subject subject() {
        return new Change.Subject("action", id, occurrence == null ? null : occurrence.id, version);
    }

    /** As label and text, in the order of the form: what histories compare. */
    public Map<String, String> snapshot() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Title", title);
        fields.put("Description", description);
        fields.put("Owner", owner == null ? null : owner.name);
        fields.put("Team", team == null ? null : team.name);
        fields.put("Service", service == null ? null : service.name);
        fields.put("Due", dueOn == null ? null : Formats.day(dueOn));
        fields.put("Priority", priority.label);
        fields.put("Aim", aim.label);
        fields.put("Strategy", strategy == null ? null : strategy.name);
        fields.put("Control", control == null ? null : control.name);
        fields.put("Layer", layer == null ? null : layer.label);
        fields.values().removeIf(Objects::isNull);
        return fields;
    }

    /** The verb names the action: the occurrence's history tells of several. */
    void told(String verb, Map<String, String> before, Map<String, String> after, Person by, Instant now) {
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
