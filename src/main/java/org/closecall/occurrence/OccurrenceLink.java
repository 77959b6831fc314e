package org.closecall.occurrence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** The source is a duplicate of, caused by, foretold by or related to the target. A pair has one link. */
@Entity
public class OccurrenceLink extends PanacheEntityBase {

    /** Links are few and seldom: one writer at a time sees every circle, however long. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(1129074531, 18)";
    private static final String REACHES = """
            with recursive reached (id) as (
              select cast(:from as bigint)
              union
              select l.target_id from reached r join occurrence_link l on l.source_id = r.id
              where l.removed_at is null and l.kind in ('DUPLICATE_OF', 'CAUSED_BY'))
            select count(*) from reached where id = :to""";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Occurrence source;
    @ManyToOne(fetch = FetchType.LAZY)
    public Occurrence target;
    @Enumerated(EnumType.STRING)
    public LinkKind kind;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "created_by")
    public Person createdBy;
    public Instant createdAt;
    public Instant removedAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "removed_by")
    public Person removedBy;

    /** Those there are and those removed since, without links to removed records. */
    static List<OccurrenceLink> of(Occurrence occurrence, Instant since) {
        return list("from OccurrenceLink l join fetch l.source s join fetch l.target t where (s = ?1 or t = ?1) and s.deletedAt is null and t.deletedAt is null "
                + "and (l.removedAt is null or l.removedAt > ?2) order by l.kind, l.id", occurrence, since);
    }

    static OccurrenceLink of(Occurrence occurrence, long id) {
        OccurrenceLink found = find("id = ?1 and (source = ?2 or target = ?2)", id, occurrence).firstResult();
        if (found == null) {
            throw new NotFoundException("There is no such link");
        }
        return found;
    }

    /** Null when the two are not linked. */
    static OccurrenceLink between(Occurrence one, Occurrence other) {
        return find("removedAt is null and (source = ?1 and target = ?2 or source = ?2 and target = ?1)", one, other).firstResult();
    }

    /** Also those to removed records. */
    static List<OccurrenceLink> standingOf(Occurrence occurrence) {
        return list("removedAt is null and (source = ?1 or target = ?1) order by id", occurrence);
    }

    static void takeTurn() {
        getEntityManager().createNativeQuery(ONE_AT_A_TIME).getSingleResult();
    }

    /** Whether following duplicates and causes from one leads to the other. */
    static boolean leads(Occurrence from, Occurrence to) {
        var found = getEntityManager().createNativeQuery(REACHES, Long.class).setParameter("from", from.id).setParameter("to", to.id).getSingleResult();
        return ((Number) found).longValue() > 0;
    }

    public static void relate(Occurrence from, Occurrence to, Person by, Instant now) {
        takeTurn();
        add(from, Relation.RELATED, to, by, now);
    }

    static OccurrenceLink add(Occurrence from, Relation relation, Occurrence to, Person by, Instant now) {
        var link = new OccurrenceLink();
        link.kind = relation.kind;
        link.source = relation.outward ? from : to;
        link.target = relation.outward ? to : from;
        link.createdBy = by;
        link.createdAt = now;
        link.persist();
        link.record("linked", false, by, now);
        return link;
    }

    /** Sent twice, the second changes nothing. */
    void remove(Person by, Instant now) {
        if (!removed()) {
            removedAt = now;
            removedBy = by;
            record("unlinked", true, by, now);
        }
    }

    void restore(Person by, Instant now) {
        removedAt = null;
        removedBy = null;
        record("linked again", false, by, now);
    }

    /** From one end to another record; false when that one may not be linked so, and the link is removed. */
    boolean move(Occurrence from, Occurrence to, String verb, Person by, Instant now) {
        var outward = source.id.equals(from.id);
        if (other(from).id.equals(to.id) || !fits(outward ? to : source, outward ? target : to)) {
            remove(by, now);
            return false;
        }
        source = outward ? to : source;
        target = outward ? target : to;
        record(verb, false, by, now);
        return true;
    }

    /** Neither a second link of a pair nor a circle. */
    boolean fits(Occurrence from, Occurrence to) {
        return between(from, to) == null && !(kind.oneTrigger && leads(to, from));
    }

    public boolean removed() {
        return removedAt != null;
    }

    public Occurrence other(Occurrence end) {
        return source.id.equals(end.id) ? target : source;
    }

    public Relation seenFrom(Occurrence end) {
        return Relation.of(kind, source.id.equals(end.id));
    }

    /** One line in the history of each. */
    private void record(String verb, boolean gone, Person by, Instant now) {
        getEntityManager().flush();
        for (var end : List.of(source, target)) {
            var said = Map.of(seenFrom(end).label(), other(end).heading());
            Change.record(end.subject(), verb, gone ? said : Map.of(), gone ? Map.of() : said, by, now);
        }
    }
}
