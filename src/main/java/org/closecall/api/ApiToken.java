package org.closecall.api;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.persistence.Column;
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
import java.util.Map;
import java.util.Set;
import org.closecall.people.AuditEntry;
import org.closecall.people.Change;
import org.closecall.people.Deed;
import org.closecall.people.Person;
import org.closecall.people.Role;
import org.closecall.people.Token;

/**
 * What a program shows instead of signing in. A personal one may what its person may, and less; a service's has a role
 * of its own, and whoever made it answers for what it does.
 */
@Entity
public class ApiToken extends PanacheEntityBase {

    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);
    private static final Duration USE_LOGGED_EVERY = Duration.ofDays(1);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    public String digest;
    public String name;
    /** Null for a service's. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Person person;
    /** Of a service; null for a person's. */
    @Enumerated(EnumType.STRING)
    public Role role;
    public String scopes;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "created_by")
    public Person createdBy;
    public Instant createdAt;
    public Instant expiresAt;
    @Column(insertable = false, updatable = false)
    public Instant lastUsedAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "revoked_by")
    public Person revokedBy;
    public Instant revokedAt;

    static List<ApiToken> of(Person person, int most) {
        return ApiToken.<ApiToken>find("from ApiToken t left join fetch t.revokedBy where t.person = ?1 order by case when t.revokedAt is null then 0 else 1 end, t.id desc", person).page(0, most).list();
    }

    /** Everybody's and every service's, newest first, those before an id. */
    static List<ApiToken> newest(Long before, int most) {
        return ApiToken.<ApiToken>find("from ApiToken t left join fetch t.person join fetch t.createdBy left join fetch t.revokedBy where t.id < ?1 order by t.id desc",
                before == null ? Long.MAX_VALUE : before).page(0, most).list();
    }

    /** Null when it is nobody's. */
    static ApiToken holding(String text) {
        return TokenText.wellFormed(text) ? find("from ApiToken t left join fetch t.person join fetch t.createdBy where t.digest = ?1", Token.digest(text)).firstResult() : null;
    }

    /** Locked, so that it is revoked once. owner is null for whoever may revoke any. */
    static ApiToken changing(long id, Person owner) {
        ApiToken found = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (found == null || owner != null && found.person != owner) {
            throw new NotFoundException("There is no such token");
        }
        return found;
    }

    /** Returns the text, which is shown once and kept nowhere. */
    String issue(Person by, Instant now) {
        var text = TokenText.fresh();
        digest = Token.digest(text);
        createdBy = by;
        createdAt = now;
        persistAndFlush();
        Change.record(subject(), "created the token “" + name + "”", Map.of(), snapshot(), by, now);
        AuditEntry.record(Deed.TOKEN_CREATED, by, null, name + (service() ? ", for a service as " + role.inText() : ""), now);
        return text;
    }

    /** False when it was revoked before. */
    boolean revoke(Person by, Instant now) {
        if (revokedAt != null) {
            return false;
        }
        revokedAt = now;
        revokedBy = by;
        Change.record(subject(), "revoked the token “" + name + "”", Map.of(), Map.of(), by, now);
        AuditEntry.record(Deed.TOKEN_REVOKED, by, person, name, now);
        return true;
    }

    /** request may be null outside of one. */
    void used(RoutingContext request, Instant now) {
        if (lastUsedAt == null || lastUsedAt.plus(USE_NOTED_EVERY).isBefore(now)) {
            getEntityManager().createNativeQuery("update api_token set last_used_at = :now where id = :id and (last_used_at is null or last_used_at < :now)")
                    .setParameter("now", now).setParameter("id", id).executeUpdate();
        }
        if (AuditEntry.unnoted(digest, request, now)) {
            AuditEntry.recordOnce(Deed.TOKEN_USED, actor(), name, USE_LOGGED_EVERY, request, now);
        }
    }

    /** Why it does not open anything, or null. */
    String refusal(Instant now) {
        return revokedAt != null ? "This token has been revoked" : !expiresAt.isAfter(now) ? "This token has expired"
                : person != null && !person.active() ? "The person this token belongs to is no longer here" : null;
    }

    public boolean works(Instant now) {
        return revokedAt == null && expiresAt.isAfter(now);
    }

    /** It is good until a day is over: pages name that day. */
    public Instant lastMoment() {
        return expiresAt.minusSeconds(1);
    }

    public boolean service() {
        return person == null;
    }

    /** In whose name it acts. */
    Person actor() {
        return service() ? createdBy : person;
    }

    Role granted() {
        return service() ? role : person.role;
    }

    Set<Scope> may() {
        return Scope.of(List.of(scopes.split(" ")));
    }

    private Map<String, String> snapshot() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Name", name);
        fields.put("For", service() ? "a service, as " + role.inText() : person.name);
        fields.put("May", scopes);
        fields.put("Good until", expiresAt.toString());
        return fields;
    }

    private Change.Subject subject() {
        return new Change.Subject("token", id, null, null);
    }
}
