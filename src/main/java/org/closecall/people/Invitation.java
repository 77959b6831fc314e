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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** A link that makes one person an account, once. */
@Entity
public class Invitation extends PanacheEntityBase {

    private static final Duration VALID = Duration.ofDays(7);
    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    public String tokenDigest;
    public String name;
    public String email;
    @Enumerated(EnumType.STRING)
    public Role role;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "invited_by")
    public Person invitedBy;
    public Instant createdAt;
    public Instant expiresAt;
    public Instant acceptedAt;
    public Instant revokedAt;

    /** Returns the token, which is shown once and kept nowhere. */
    public static String invite(String name, String email, Role role, Person by, Instant now) {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var invitation = new Invitation();
        invitation.tokenDigest = digest(token);
        invitation.name = name.strip();
        invitation.email = email.strip().toLowerCase(Locale.ROOT);
        invitation.role = role;
        invitation.invitedBy = by;
        invitation.createdAt = now;
        invitation.expiresAt = now.plus(VALID);
        invitation.persist();
        return token;
    }

    /** Null when unknown, used, withdrawn or too old: the page does not say which. */
    public static Invitation open(String token, Instant now) {
        return find("tokenDigest = ?1 and acceptedAt is null and revokedAt is null and expiresAt > ?2", digest(token), now).firstResult();
    }

    /** Locks the row, so that two acceptances at once make one account. */
    public static Invitation accepting(String token, Instant now) {
        return find("tokenDigest = ?1 and acceptedAt is null and revokedAt is null and expiresAt > ?2", digest(token), now)
                .withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
    }

    public static List<Invitation> waiting(Instant now) {
        return list("from Invitation i join fetch i.invitedBy where i.acceptedAt is null and i.revokedAt is null and i.expiresAt > ?1 order by i.createdAt desc", now);
    }

    public Person accept(String chosenName, String password, Instant now) {
        acceptedAt = now;
        return Person.create(chosenName, email, role, password, now);
    }

    public void revoke(Instant now) {
        revokedAt = now;
    }

    private static String digest(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
