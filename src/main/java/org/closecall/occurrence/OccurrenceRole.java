package org.closecall.occurrence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closecall.people.Change;
import org.closecall.people.Person;

/**
 * What somebody does on a record, from when to when. Who holds the lead now is the record's lead: whichever of the two
 * changes, the other follows.
 */
@Entity
public class OccurrenceRole extends PanacheEntityBase {

    public static final String LEAD = "Incident lead";
    public static final List<String> USUAL = List.of(LEAD, "Communications", "Scribe");

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Occurrence occurrence;
    public String role;
    @ManyToOne(fetch = FetchType.LAZY)
    public Person person;
    public Instant since;
    public Instant until;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "given_by")
    public Person givenBy;

    /** All that ever were, in their order. */
    public static List<OccurrenceRole> of(Occurrence occurrence) {
        return list("from OccurrenceRole r join fetch r.person left join fetch r.givenBy where r.occurrence = ?1 order by r.id", occurrence);
    }

    static OccurrenceRole of(Occurrence occurrence, long id) {
        OccurrenceRole found = find("occurrence = ?1 and id = ?2", occurrence, id).firstResult();
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }

    /** False when that person has it already. The caller holds the record's lock. */
    static boolean give(Occurrence occurrence, String role, Person to, Person by, Instant now) {
        var held = held(occurrence, role);
        if (held != null && held.person.equals(to)) {
            return false;
        }
        if (role.equalsIgnoreCase(LEAD)) {
            return lead(occurrence, to, by, now);
        }
        move(occurrence, held, role, to, by, now);
        Change.record(subject(occurrence), held == null ? "gave a role" : "handed a role over", names(role, held == null ? null : held.person), names(role, to), by, now);
        return true;
    }

    /** Nobody has it any more. The caller holds the record's lock. */
    void end(Person by, Instant now) {
        if (until != null) {
            return;
        }
        if (role.equalsIgnoreCase(LEAD)) {
            lead(occurrence, null, by, now);
        } else {
            until = now;
            Change.record(subject(occurrence), "ended a role", names(role, person), Map.of(), by, now);
        }
    }

    /** After the record's lead was changed by any page. */
    static void followLead(Occurrence occurrence, Person by, Instant now) {
        var held = held(occurrence, LEAD);
        if (held == null ? occurrence.lead != null : !held.person.equals(occurrence.lead)) {
            move(occurrence, held, LEAD, occurrence.lead, by, now);
        }
    }

    private static boolean lead(Occurrence occurrence, Person to, Person by, Instant now) {
        var before = Snapshot.of(occurrence);
        occurrence.lead = to;
        return occurrence.edited(before, by, now);
    }

    private static void move(Occurrence occurrence, OccurrenceRole held, String role, Person to, Person by, Instant now) {
        if (held != null) {
            held.until = now;
            getEntityManager().flush();
        }
        if (to != null) {
            var next = new OccurrenceRole();
            next.occurrence = occurrence;
            next.role = held == null ? role : held.role;
            next.person = to;
            next.since = now;
            next.givenBy = by;
            next.persist();
        }
    }

    private static OccurrenceRole held(Occurrence occurrence, String role) {
        return find("occurrence = ?1 and lower(role) = lower(?2) and until is null", occurrence, role).firstResult();
    }

    private static Change.Subject subject(Occurrence occurrence) {
        return new Change.Subject("role", occurrence.id, occurrence.id, null);
    }

    private static Map<String, String> names(String role, Person person) {
        var names = new LinkedHashMap<String, String>();
        if (person != null) {
            names.put(role, person.name);
        }
        return names;
    }
}
