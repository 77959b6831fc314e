package org.closecall.tracker;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.closecall.catalog.CatalogEntry;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** Where issues live elsewhere. Only its own address is ever asked, and only it is ever shown the token. */
@Entity
public class Tracker extends CatalogEntry {

    @Enumerated(EnumType.STRING)
    TrackerKind kind;
    public String base;
    public String account;
    /** Sealed. */
    String token;
    public Instant tokenSetAt;
    public UUID hook;
    /** Sealed. */
    String hookSecret;
    public String project;
    public String issueType;
    public boolean polling;
    Instant restUntil;
    public Instant answeredAt;
    public String answeredAs;
    public String failure;
    public Instant createdAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "created_by")
    public Person createdBy;
    @Version
    public int version;

    static List<Tracker> all() {
        return list("order by lower(name)");
    }

    static List<Tracker> inUse() {
        return list("archivedAt is null order by lower(name)");
    }

    static Tracker found(long id) {
        return present(Tracker.<Tracker>findById(id));
    }

    /** A second saver waits here for the first and then sees what that one saved. */
    static Tracker changing(long id) {
        return present(Tracker.<Tracker>findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    static Tracker hooked(UUID hook) {
        return find("hook = ?1 and archivedAt is null", hook).firstResult();
    }

    /** Null when nobody has it; also finds what is archived: a name is held for good. */
    static Tracker named(String name) {
        return find("lower(name) = lower(?1)", name.strip()).firstResult();
    }

    static Tracker at(String base) {
        return find("base = ?1 and archivedAt is null", base).firstResult();
    }

    /** Without touching the version: whoever edits it is not in the way of who asks it. */
    static void heard(long id, String as, Instant now) {
        update("answeredAt = ?1, answeredAs = coalesce(?2, answeredAs), failure = null, restUntil = null where id = ?3", now, as, id);
    }

    static void rest(long id, String why, Instant until) {
        update("failure = ?1, restUntil = ?2 where id = ?3", why, until, id);
    }

    Tracker begin(Seal seal, Person by, Instant now) {
        hook = UUID.randomUUID();
        createdAt = now;
        createdBy = by;
        renewSecret(seal);
        return this;
    }

    void renewSecret(Seal seal) {
        hookSecret = seal.close(Seal.fresh(), "secret " + hook);
    }

    /** Null when it was sealed with another session key. */
    String secret(Seal seal) {
        return seal.open(hookSecret, "secret " + hook);
    }

    void give(String fresh, Seal seal, Instant now) {
        token = seal.close(fresh, "token " + hook);
        tokenSetAt = now;
        failure = null;
        restUntil = null;
    }

    /** Null where there is none, or it was sealed with another session key. */
    String token(Seal seal) {
        return token == null ? null : seal.open(token, "token " + hook);
    }

    public boolean hasToken() {
        return token != null;
    }

    /** Links that lead here are asked about again and again. */
    public boolean asked() {
        return polling && hasToken() && !archived();
    }

    /** Whether it moved since that snapshot: then other links lead to it. */
    boolean elsewhere(Map<String, String> before) {
        return !base.equals(before.get("Address")) || !kind.label.equals(before.get("Kind"));
    }

    String api() {
        return kind.api(base);
    }

    public String kindLabel() {
        return kind.label;
    }

    public boolean jira() {
        return kind == TrackerKind.JIRA;
    }

    public String address() {
        return "/admin/trackers/" + id;
    }

    @Override
    public Change.Subject subject() {
        return new Change.Subject("tracker", id, null, version);
    }

    /** That there is a token and since when; never the token. */
    @Override
    public Map<String, String> snapshot() {
        var snapshot = new LinkedHashMap<String, String>();
        snapshot.put("Kind", kind.label);
        snapshot.put("Name", name);
        snapshot.put("Address", base);
        snapshot.put("Account", account);
        snapshot.put("Token given", tokenSetAt == null ? null : tokenSetAt.toString());
        snapshot.put("Project", project);
        snapshot.put("Issue type", issueType);
        snapshot.put("Asked again and again", polling ? "yes" : "no");
        return snapshot;
    }
}
