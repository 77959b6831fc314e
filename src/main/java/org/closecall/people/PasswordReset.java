package org.closecall.people;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A link by which one person chooses a new password, once. The old one works until then: a link made by mistake locks nobody out. */
@Entity
public class PasswordReset extends PanacheEntityBase {

    static final Duration VALID = Duration.ofDays(1);
    private static final String OPEN = """
            select r from PasswordReset r join fetch r.person p left join r.madeBy m
            where r.tokenDigest = ?1 and r.usedAt is null and r.revokedAt is null and r.expiresAt > ?2 and p.deactivatedAt is null
              and (r.madeBy is null or m.deactivatedAt is null and m.role = ADMINISTRATOR)""";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    public String tokenDigest;
    @ManyToOne(fetch = FetchType.LAZY)
    public Person person;
    /** Null: by the command on the server. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "made_by")
    public Person madeBy;
    public Instant createdAt;
    public Instant expiresAt;
    public Instant usedAt;
    public Instant revokedAt;

    /** Returns the token, which is shown once and kept nowhere. An earlier link of the same person ends. by is null for the command. */
    static String offer(Person person, Person by, Instant now) {
        getEntityManager().createNativeQuery("select id from person where id = :id for update").setParameter("id", person.id).getSingleResult();
        update("revokedAt = ?1 where person = ?2 and usedAt is null and revokedAt is null", now, person);
        var token = Token.fresh();
        var reset = new PasswordReset();
        reset.tokenDigest = Token.digest(token);
        reset.person = person;
        reset.madeBy = by;
        reset.createdAt = now;
        reset.expiresAt = now.plus(VALID);
        reset.persist();
        Change.record(person.subject(), "made a link for a new password", Map.of(), Map.of(), by, now);
        AuditEntry.record(Deed.RESET_LINK_MADE, by, person, null, by == null ? Visit.SERVER : Visit.here(), now);
        Told.tell(person, (by == null ? "Whoever runs the server" : by.name) + " made a link by which you can choose a new password", now);
        return token;
    }

    /** A link is a way around the old password: it ends with it. */
    static void passwordChanged(Person person) {
        getEntityManager().createNativeQuery("update password_reset set revoked_at = now() where person_id = :id and used_at is null and revoked_at is null").setParameter("id", person.id).executeUpdate();
    }

    /** Null when unknown, used, replaced or too old, or when who made it is no administrator any more: the page does not say which. */
    static PasswordReset open(String token, Instant now) {
        return find(OPEN, Token.digest(token), now).firstResult();
    }

    /** Locks its person, as whoever makes another does, so that it is used once. */
    static PasswordReset using(String token, Instant now) {
        var found = open(token, now);
        if (found != null) {
            getEntityManager().refresh(found.person, LockModeType.PESSIMISTIC_WRITE);
        }
        return found == null ? null : open(token, now);
    }

    /** Ends every session of the old password. */
    Person use(String password, Instant now) {
        usedAt = now;
        person.changePassword(password);
        Change.record(person.subject(), "chose a new password by link", Map.of(), Map.of(), person, now);
        AuditEntry.record(Deed.PASSWORD_RESET, person, null, null, now);
        Told.tell(person, "Your password was changed by a link. Was it not you? Tell an administrator", now);
        return person;
    }
}
