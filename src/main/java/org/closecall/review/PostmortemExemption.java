package org.closecall.review;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Map;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** Somebody said that a record needs no postmortem, whatever the policy asks for, and why. */
@Entity
public class PostmortemExemption extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Occurrence occurrence;
    public String reason;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "said_by")
    public Person saidBy;
    public Instant saidAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "ended_by")
    public Person endedBy;
    public Instant endedAt;

    /** The one that stands, or null. */
    static PostmortemExemption of(Occurrence occurrence) {
        return find("from PostmortemExemption x join fetch x.saidBy where x.occurrence = ?1 and x.endedAt is null", occurrence).firstResult();
    }

    /** The caller holds the record's lock, and none stands. */
    public static void say(Occurrence occurrence, String reason, Person by, Instant now) {
        var exemption = new PostmortemExemption();
        exemption.occurrence = occurrence;
        exemption.reason = reason;
        exemption.saidBy = by;
        exemption.saidAt = now;
        exemption.persist();
        Change.record(exemption.subject(), "said that no postmortem is needed", Map.of(), Map.of("Because", reason), by, now);
    }

    void takeBack(Person by, Instant now) {
        endedBy = by;
        endedAt = now;
        Change.record(subject(), "took back that no postmortem is needed", Map.of("Because", reason), Map.of(), by, now);
    }

    private Change.Subject subject() {
        return new Change.Subject("exemption", occurrence.id, occurrence.id, null);
    }
}
