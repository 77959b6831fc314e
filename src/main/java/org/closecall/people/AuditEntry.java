package org.closecall.people;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;

/** One line of the access log: who did what about whose access, from where. Nothing in it opens anything. */
@Entity
public class AuditEntry extends PanacheEntityBase {

    private static final int LONGEST = 300;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    public Instant at;
    @Enumerated(EnumType.STRING)
    public Deed deed;
    /** Null for somebody who was not signed in, and for a command on the server. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Person person;
    /** Null when it is about the same. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "about_id")
    public Person about;
    public String detail;
    public String via;
    public String address;
    @Enumerated(EnumType.STRING)
    public Origin origin;
    public String device;

    public static void record(Deed deed, Person by, Person about, String detail, Instant now) {
        record(deed, by, about, detail, Visit.here(), now);
    }

    static void record(Deed deed, Person by, Person about, String detail, Visit visit, Instant now) {
        var entry = new AuditEntry();
        entry.at = now;
        entry.deed = deed;
        entry.person = by;
        entry.about = about == by ? null : about;
        entry.detail = detail == null || detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST - 1) + "…";
        entry.via = Via.here();
        entry.address = visit.address();
        entry.origin = visit.origin();
        entry.device = visit.device();
        entry.persist();
    }

    /** For what somebody does again and again: once a while from one address. detail says which one it is. */
    public static void recordOnce(Deed deed, Person by, String detail, Duration each, RoutingContext request, Instant now) {
        var visit = request == null ? Visit.here() : Visit.of(request);
        if (find("person = ?1 and at > ?2 and deed = ?3 and detail is not distinct from ?4 and address is not distinct from ?5", by, now.minus(each), deed, detail, visit.address()).firstResult() == null) {
            record(deed, by, null, detail, visit, now);
        }
    }

    /** For what strangers can do again and again: once a while for an account, however many addresses they have. by or about may be null, or both. */
    static void recordOnce(Deed deed, Person by, Person about, Duration each, Visit visit, Instant now) {
        var same = (by == null ? "person is null" : "person.id = " + by.id) + (about == null ? " and about is null" : " and about.id = " + about.id);
        if (find("deed = ?1 and at > ?2 and " + same, deed, now.minus(each)).firstResult() == null) {
            record(deed, by, about, null, visit, now);
        }
    }

    /** For what opens something without signing in, by its digest: once a day from one address. Programs ask every second, so it is not looked up each time. */
    public static boolean unnoted(String digest, RoutingContext request, Instant now) {
        return Lately.first(digest + " " + (request == null ? Visit.here() : Visit.of(request)).address(), now);
    }

    /** Whoever did it, as a sentence begins. */
    public String actor() {
        return person != null ? person.name : origin == Origin.SERVER ? "Somebody on the server" : "Somebody";
    }
}
