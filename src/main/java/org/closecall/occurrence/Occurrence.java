package org.closecall.occurrence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.closecall.catalog.Control;
import org.closecall.catalog.Service;
import org.closecall.catalog.Tag;
import org.closecall.defence.OccurrenceControl;
import org.closecall.people.Change;
import org.closecall.people.Organisation;
import org.closecall.people.Person;
import org.closecall.web.Typed;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;

/** An incident, near miss or hazard: the record that is filed. */
@Entity
public class Occurrence extends PanacheEntityBase {

    @Id @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    public long number;
    @Enumerated(EnumType.STRING)
    public Kind kind;
    public String title;
    public String narrative;
    public String impact;
    @Embedded
    public Extent extent = new Extent();
    /** What it could have done, of a near miss or hazard. */
    public String potentialImpact;
    @Enumerated(EnumType.STRING)
    public Severity severity;
    @Enumerated(EnumType.STRING)
    public Severity potentialSeverity;
    @Enumerated(EnumType.STRING)
    public Likelihood likelihood;
    @Enumerated(EnumType.STRING)
    public Detection detection = Detection.UNKNOWN;
    /** An exercise of our own: learned from like any other, and in no figure. */
    public boolean drill;
    @Enumerated(EnumType.STRING)
    public StoppedBy stoppedBy;
    @ManyToOne(fetch = FetchType.LAZY)
    public Control stoppedByControl;
    public String stoppedHow;
    public String oneChange;
    @ManyToOne(fetch = FetchType.LAZY)
    public Person lead;
    @Embedded
    @AttributeOverride(name = "state", column = @Column(name = "started_state"))
    @AttributeOverride(name = "at", column = @Column(name = "started_at"))
    public Moment started = Moment.UNKNOWN;
    @Embedded
    @AttributeOverride(name = "state", column = @Column(name = "impact_state"))
    @AttributeOverride(name = "at", column = @Column(name = "impact_at"))
    public Moment impactStarted = Moment.UNKNOWN;
    @Embedded
    @AttributeOverride(name = "state", column = @Column(name = "detected_state"))
    @AttributeOverride(name = "at", column = @Column(name = "detected_at"))
    public Moment detected = Moment.UNKNOWN;
    @Embedded
    @AttributeOverride(name = "state", column = @Column(name = "acknowledged_state"))
    @AttributeOverride(name = "at", column = @Column(name = "acknowledged_at"))
    public Moment acknowledged = Moment.UNKNOWN;
    @Embedded
    @AttributeOverride(name = "state", column = @Column(name = "mitigated_state"))
    @AttributeOverride(name = "at", column = @Column(name = "mitigated_at"))
    public Moment mitigated = Moment.NOT_YET;
    @Embedded
    @AttributeOverride(name = "state", column = @Column(name = "resolved_state"))
    @AttributeOverride(name = "at", column = @Column(name = "resolved_at"))
    public Moment resolved = Moment.NOT_YET;
    public Instant filedAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "filed_by")
    public Person filedBy;
    @Generated(event = {EventType.INSERT, EventType.UPDATE}) @Column(insertable = false, updatable = false)
    public Instant occurredAt;
    /** From when its review is counted; null while an incident goes on. */
    @Generated(event = {EventType.INSERT, EventType.UPDATE}) @Column(insertable = false, updatable = false)
    public Instant reviewSince;
    public String source;
    public String externalId;
    public String externalUrl;
    public Instant externalModifiedAt;
    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, String> imported;
    @Version
    public int version;
    public Instant deletedAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "deleted_by")
    public Person deletedBy;
    /** Where a mistaken filing went; it is removed itself. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Occurrence mergedInto;
    @ManyToMany
    @JoinTable(name = "occurrence_service", joinColumns = @JoinColumn(name = "occurrence_id"), inverseJoinColumns = @JoinColumn(name = "service_id"))
    @OrderBy("name")
    public Set<Service> services = new LinkedHashSet<>();
    @ManyToMany
    @JoinTable(name = "occurrence_tag", joinColumns = @JoinColumn(name = "occurrence_id"), inverseJoinColumns = @JoinColumn(name = "tag_id"))
    @OrderBy("name")
    public Set<Tag> tags = new LinkedHashSet<>();

    public static Occurrence numbered(long number) {
        return there(find("number = ?1 and deletedAt is null", number).firstResult(), number);
    }

    /** Also finds what was removed, for its page and its restoring. */
    public static Occurrence numberedEvenRemoved(long number) {
        return there(find("number", number).firstResult(), number);
    }

    /** Locks the row, also of what was removed, so that versions are compared one writer at a time. */
    public static Occurrence editing(long number) {
        return there(find("number", number).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult(), number);
    }

    /** Where something added to it belongs: to itself or, once it was merged, to the record it went into. Locked, so that no merger passes by. */
    public static Occurrence adding(long number) {
        var found = editing(number);
        while (found.mergedInto != null) {
            found = found.mergedInto.lock();
        }
        if (found.removed()) {
            throw new RemovedRecord(found.number);
        }
        return found;
    }

    /** Waits for whoever changes it, and sees what they made of it. */
    public Occurrence lock() {
        getEntityManager().refresh(this, LockModeType.PESSIMISTIC_WRITE);
        return this;
    }

    /** Those there are, also removed ones, locked in the order of their numbers so that nobody waits for each other. */
    public static List<Occurrence> editing(Collection<Long> numbers) {
        return numbers.isEmpty() ? List.of() : find("number in ?1 order by number", numbers).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    private static Occurrence there(Occurrence found, long number) {
        if (found == null) {
            throw new NotFoundException("There is no occurrence #" + number);
        }
        return found;
    }

    public static List<Occurrence> open(int most) {
        return find("deletedAt is null and kind <> ?1 and resolved.state = ?2 order by occurredAt desc, number desc", Kind.NEAR_MISS, Moment.State.NOT_YET)
                .page(0, most).list();
    }

    public static List<Occurrence> latest(Kind kind, int most) {
        return find("deletedAt is null and kind = ?1 order by occurredAt desc, number desc", kind).page(0, most).list();
    }

    /** Gives the number, unless one was taken for it, and writes the first line of the history. */
    public Occurrence file(Person by, Instant now) {
        number = number == 0 ? Organisation.nextNumbers(1) : number;
        filedAt = now;
        filedBy = by;
        persistAndFlush();
        Change.record(subject(), "filed", Map.of(), Snapshot.of(this), by, now);
        OccurrenceControl.holds(this, by, now);
        return this;
    }

    /** The caller has taken Snapshot.of(this) before changing anything. False when nothing was changed. */
    public boolean edited(Map<String, String> before, Person by, Instant now) {
        return changed("edited", before, by, now) != null;
    }

    /** The same, under any word in the history; null when nothing was changed. */
    public Change changed(String verb, Map<String, String> before, Person by, Instant now) {
        var after = Snapshot.of(this);
        if (before.equals(after)) {
            return null;
        }
        if (!Objects.equals(before.get(Fields.LEAD.label), after.get(Fields.LEAD.label))) {
            OccurrenceRole.followLead(this, by, now);
        }
        touched();
        var change = Change.record(subject(), verb, before, after, by, now);
        OccurrenceControl.holds(this, by, now);
        return change;
    }

    /** The reason may be missing. */
    public void remove(String reason, Person by, Instant now) {
        deletedAt = now;
        deletedBy = by;
        getEntityManager().flush();
        Change.record(subject(), "removed", Map.of(), Typed.given(reason) ? Map.of("Reason", Typed.line(reason)) : Map.of(), by, now);
    }

    public void restore(Person by, Instant now) {
        deletedAt = null;
        deletedBy = null;
        getEntityManager().flush();
        Change.record(subject(), "restored", Map.of(), Map.of(), by, now);
    }

    public Change.Subject subject() {
        return new Change.Subject("occurrence", id, id, version);
    }

    public boolean removed() {
        return deletedAt != null;
    }

    /** Null for a near miss. */
    public Progress progress() {
        return Progress.of(this);
    }

    public String heading() {
        return "#" + number + " " + title;
    }

    public Severity shownSeverity() {
        return kind.incident() ? severity : potentialSeverity;
    }

    public LifeLine lifeLine(Instant now) {
        return LifeLine.of(this, now);
    }

    /** Changes to services, tags or controls alone move the version too: they are part of what two people may edit at once. */
    public void touched() {
        // an optimistic one would do nothing where the row is locked harder already
        getEntityManager().lock(this, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        getEntityManager().flush();
    }
}
