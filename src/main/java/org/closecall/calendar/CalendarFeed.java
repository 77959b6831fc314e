package org.closecall.calendar;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.closecall.catalog.Team;
import org.closecall.people.AuditEntry;
import org.closecall.people.Change;
import org.closecall.people.Deed;
import org.closecall.people.Person;
import org.closecall.people.Token;

/** A secret address that calendars read. Each person has at most one for themselves and one for each team. */
@Entity
public class CalendarFeed extends PanacheEntityBase {

    private static final Duration READING_NOTED_EVERY = Duration.ofHours(1);
    private static final Duration READING_LOGGED_EVERY = Duration.ofDays(1);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    public String digest;
    @ManyToOne(fetch = FetchType.LAZY)
    public Person person;
    /** Null is the person's own. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Team team;
    public Instant createdAt;
    @Column(insertable = false, updatable = false)
    public Instant lastReadAt;
    public Instant revokedAt;

    /** Those that can be read, of one person. */
    static List<CalendarFeed> of(Person person) {
        return list("from CalendarFeed f left join fetch f.team where f.person = ?1 and f.revokedAt is null", person);
    }

    /** Null when there is none with that secret, or when nobody should read it any more. */
    static CalendarFeed reading(String secret) {
        return find("from CalendarFeed f join fetch f.person p left join fetch f.team t where f.digest = ?1 and f.revokedAt is null and p.deactivatedAt is null and (t is null or t.archivedAt is null)",
                Token.digest(secret)).firstResult();
    }

    /** Returns the secret, which is shown once and kept nowhere. The address before no longer works. */
    static String renew(Person person, Team team, Instant now) {
        getEntityManager().createNativeQuery("select id from person where id = :id for update").setParameter("id", person.id).getSingleResult();
        of(person).stream().filter(feed -> feed.team == team).forEach(feed -> feed.revokedAt = now);
        getEntityManager().flush();
        var secret = Token.fresh();
        var feed = new CalendarFeed();
        feed.digest = Token.digest(secret);
        feed.person = person;
        feed.team = team;
        feed.createdAt = now;
        feed.persistAndFlush();
        Change.record(feed.subject(), "made an address for " + feed.name(), Map.of(), Map.of(), person, now);
        AuditEntry.record(Deed.FEED_CREATED, person, null, feed.name(), now);
        return secret;
    }

    /** False when there is none to end. */
    static boolean revoke(Person person, long id, Instant now) {
        CalendarFeed feed = find("id = ?1 and person = ?2 and revokedAt is null", id, person).firstResult();
        if (feed == null) {
            return false;
        }
        feed.revokedAt = now;
        Change.record(feed.subject(), "ended the address for " + feed.name(), Map.of(), Map.of(), person, now);
        AuditEntry.record(Deed.FEED_ENDED, person, null, feed.name(), now);
        return true;
    }

    /** Programs ask every few minutes: that is not worth a write each time, unless it is from elsewhere. */
    boolean notesReading(RoutingContext request, Instant now) {
        return AuditEntry.unnoted(digest, request, now) || lastReadAt == null || lastReadAt.plus(READING_NOTED_EVERY).isBefore(now);
    }

    void read(RoutingContext request, Instant now) {
        AuditEntry.recordOnce(Deed.FEED_READ, person, name(), READING_LOGGED_EVERY, request, now);
        getEntityManager().createNativeQuery("update calendar_feed set last_read_at = :now where id = :id").setParameter("now", now).setParameter("id", id).executeUpdate();
    }

    public String name() {
        return team == null ? "Closecall: " + person.name : "Closecall: " + team.name;
    }

    private Change.Subject subject() {
        return new Change.Subject("calendar", id, null, null);
    }
}
