package org.closecall.people;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.DynamicUpdate;

/** Somebody is signed in on one device. It lasts a working week from the last visit, and a month at most. A visit must not undo the end it crossed. */
@Entity
@DynamicUpdate
public class Session extends PanacheEntityBase {

    static final Duration UNUSED = Duration.ofDays(5);
    static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(5);
    private static final String OPEN = " s.endedAt is null and s.stamp = p.sessionStamp and p.deactivatedAt is null and s.usedAt > ?2 and s.beganAt > ?3";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    public String digest;
    @ManyToOne(fetch = FetchType.LAZY)
    public Person person;
    public int stamp;
    public String device;
    public Instant beganAt;
    public Instant usedAt;
    public Instant endedAt;

    /** Returns the token, which only the cookie keeps. */
    static String begin(Person person, String device, Instant now) {
        var token = Token.fresh();
        var session = new Session();
        session.digest = Token.digest(token);
        session.person = person;
        session.stamp = person.sessionStamp;
        session.device = device;
        session.beganAt = now;
        session.usedAt = now;
        session.persist();
        return token;
    }

    /** Null when it has ended, with its person. */
    static Session held(String token, Instant now) {
        return find("select s from Session s join fetch s.person p where s.digest = ?1 and" + OPEN, Token.digest(token), now.minus(UNUSED), now.minus(LONGEST)).firstResult();
    }

    /** Used last first. */
    static List<Session> of(Person person, Instant now, int most) {
        return Session.<Session>find("select s from Session s join s.person p where p = ?1 and" + OPEN + " order by s.usedAt desc, s.id desc", person, now.minus(UNUSED), now.minus(LONGEST)).page(0, most).list();
    }

    /** False when it is not this person's, or has ended. */
    static boolean end(Person person, long id, Instant now) {
        return update("endedAt = ?1 where id = ?2 and person = ?3 and endedAt is null", now, id, person) == 1;
    }

    /** Returns how many, without those that a new password or role had ended; kept is the digest of the one that goes on, or null. */
    static int endOthers(Person person, String kept, Instant now) {
        return update("endedAt = ?1 where person = ?2 and endedAt is null and digest <> ?3 and stamp >= ?4 and usedAt > ?5 and beganAt > ?6", now, person, kept == null ? "" : kept, person.sessionStamp, now.minus(UNUSED), now.minus(LONGEST));
    }

    static void end(String token, Instant now) {
        update("endedAt = ?1 where digest = ?2 and endedAt is null", now, Token.digest(token));
    }

    /** What nobody can use any more is forgotten. */
    static void forget(Instant now) {
        delete("usedAt < ?1", now.minus(LONGEST));
    }

    /** A visit a second is not worth a write each. */
    void used(Instant now) {
        if (usedAt.plus(USE_NOTED_EVERY).isBefore(now)) {
            usedAt = now;
        }
    }

    public boolean here(String digestOfThis) {
        return digest.equals(digestOfThis);
    }
}
