package org.closecall.people;

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
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A link that makes one person an account, once. */
@Entity
public class Invitation extends PanacheEntityBase {

    private static final Duration VALID = Duration.ofDays(7);
    private static final Duration SHOWN_AFTERWARDS = Duration.ofDays(30);
    private static final String OPEN = "tokenDigest = ?1 and acceptedAt is null and revokedAt is null and expiresAt > ?2";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    public String tokenDigest;
    public String name;
    public String email;
    @Enumerated(EnumType.STRING)
    public Role role;
    /** Who made the latest link. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "invited_by")
    public Person invitedBy;
    public Instant createdAt;
    public Instant expiresAt;
    public Instant acceptedAt;
    public Instant revokedAt;

    /** Returns the token, which is shown once and kept nowhere. An earlier link to the same e-mail ends. */
    public static String invite(String name, String email, Role role, Person by, Instant now) {
        var invitation = new Invitation();
        invitation.name = name.strip();
        invitation.email = email.strip().toLowerCase(Locale.ROOT);
        withdrawAll(invitation.email, by, now);
        invitation.role = role;
        invitation.invitedBy = by;
        invitation.createdAt = now;
        var token = invitation.link(now);
        invitation.persist();
        Change.record(invitation.subject(), "invited", Map.of(), invitation.snapshot(), by, now);
        invitation.note(Deed.INVITED, by, now);
        return token;
    }

    /** Those that wait for an e-mail that has an account from now on. Nobody can accept them meanwhile. */
    static void withdrawAll(String email, Person by, Instant now) {
        earlier(email).forEach(other -> other.withdraw(by, now));
    }

    /** One at a time for an e-mail, so that two invitations at once do not both stay open, and none to whoever gets it as theirs. */
    static List<Invitation> earlier(String email) {
        getEntityManager().createNativeQuery("select pg_advisory_xact_lock(hashtextextended('invitation ' || :email, 0))")
                .setParameter("email", email).getSingleResult();
        return find("email = ?1 and acceptedAt is null and revokedAt is null", email).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** Locked: it may be accepted at this moment. */
    static Invitation changing(long id) {
        Invitation invitation = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (invitation == null) {
            throw new NotFoundException();
        }
        return invitation;
    }

    /** Null when unknown, used, withdrawn or too old, or when who made it is no administrator any more: the page does not say which. */
    public static Invitation open(String token, Instant now) {
        Invitation found = find(OPEN, Token.digest(token), now).firstResult();
        return found != null && found.works(now) ? found : null;
    }

    /** Locks the row, so that two acceptances at once make one account. */
    public static Invitation accepting(String token, Instant now) {
        Invitation found = find(OPEN, Token.digest(token), now).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
        return found != null && found.works(now) ? found : null;
    }

    /** Newest first, for a month also those whose link is too old: they can be invited again. */
    static List<Invitation> waiting(Instant now, int most) {
        return Invitation.<Invitation>find("from Invitation i join fetch i.invitedBy where i.acceptedAt is null and i.revokedAt is null and i.expiresAt > ?1 order by i.createdAt desc", now.minus(SHOWN_AFTERWARDS)).page(0, most).list();
    }

    public boolean late(Instant now) {
        return !expiresAt.isAfter(now);
    }

    /** A link opens no more than whoever made it may: it ends when they are no administrator any more. */
    public boolean works(Instant now) {
        return !late(now) && invitedBy.administrator() && invitedBy.active();
    }

    public boolean waiting() {
        return acceptedAt == null && revokedAt == null;
    }

    public Person accept(String chosenName, String password, Instant now) {
        acceptedAt = now;
        var person = Person.create(chosenName, email, role, password, now);
        Change.record(person.subject(), "joined", Map.of(), person.snapshot(), person, now);
        AuditEntry.record(Deed.JOINED, person, null, role.label.toLowerCase(Locale.ROOT), now);
        return person;
    }

    /** Another token for another week; the one before no longer works. */
    String renew(Person by, Instant now) {
        Change.record(subject(), "made a new link", Map.of(), Map.of(), by, now);
        note(Deed.INVITATION_RENEWED, by, now);
        invitedBy = by;
        return link(now);
    }

    /** False when it was used or withdrawn before. */
    boolean withdraw(Person by, Instant now) {
        if (!waiting()) {
            return false;
        }
        revokedAt = now;
        Change.record(subject(), "withdrawn", Map.of(), Map.of(), by, now);
        note(Deed.INVITATION_WITHDRAWN, by, now);
        return true;
    }

    private void note(Deed deed, Person by, Instant now) {
        AuditEntry.record(deed, by, null, name + ", " + email + ", " + role.label.toLowerCase(Locale.ROOT), now);
    }

    private String link(Instant now) {
        var token = Token.fresh();
        tokenDigest = Token.digest(token);
        expiresAt = now.plus(VALID);
        return token;
    }

    private Map<String, String> snapshot() {
        var snapshot = new LinkedHashMap<String, String>();
        snapshot.put("Name", name);
        snapshot.put("E-mail", email);
        snapshot.put("Role", role.label);
        return snapshot;
    }

    private Change.Subject subject() {
        return new Change.Subject("invitation", id, null, null);
    }
}
