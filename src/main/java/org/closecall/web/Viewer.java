package org.closecall.web;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.closecall.people.Organisation;
import org.closecall.people.Person;

/** Who looks, from which zone, at what moment: the same for the whole of a request. */
@RequestScoped
@Named("viewer")
public class Viewer {

    /** The role of what acts for nobody in particular. */
    public static final String SERVICE = "service";

    @Inject
    SecurityIdentity identity;

    @Inject
    RoutingContext request;

    @Inject
    Clock clock;

    private Person person;
    private Organisation organisation;
    private Instant now;

    public boolean signedIn() {
        return !identity.isAnonymous() && identity.hasRole("viewer");
    }

    /** Null for a visitor. */
    public Person person() {
        if (person == null && signedIn()) {
            person = Person.findById(personId());
        }
        return person;
    }

    /** Of somebody signed in, without asking the database. */
    public long personId() {
        return Long.parseLong(identity.getPrincipal().getName().split("\\.")[0]);
    }

    public Organisation organisation() {
        if (organisation == null) {
            organisation = Organisation.current();
        }
        return organisation;
    }

    public boolean member() {
        return identity.hasRole("member");
    }

    public boolean administrator() {
        return identity.hasRole("administrator");
    }

    /** A program that any of several people may stand behind. */
    public boolean service() {
        return identity.hasRole(SERVICE);
    }

    public Instant now() {
        if (now == null) {
            now = clock.instant();
        }
        return now;
    }

    public ZoneId zone() {
        if (organisation() == null) {
            return ZoneOffset.UTC;
        }
        return person() == null ? organisation().zone() : person().zone(organisation());
    }

    /** Of any day of the year: CET would be wrong about half of them. */
    public String zoneName() {
        var zone = zone();
        return zone.getRules().isFixedOffset() ? DateTimeFormatter.ofPattern("z", Locale.ENGLISH).format(now().atZone(zone)) : zone.getId().replace('_', ' ');
    }

    /** Now, as a form prefills it: nobody knows the second. */
    public String thisMinute() {
        return Formats.input(now().truncatedTo(ChronoUnit.MINUTES), zone());
    }

    public LocalDate today() {
        return now().atZone(zone()).toLocalDate();
    }

    public String path() {
        return request.request().path();
    }

    /** Somebody who is signed in looks at a page. */
    public boolean reading() {
        return signedIn() && getting();
    }

    public boolean getting() {
        return request.request().method() == HttpMethod.GET;
    }

    public String uri() {
        return request.request().uri();
    }

    /** Null follows the system. */
    public String theme() {
        return ThemeCookie.of(request);
    }

    public String requestId() {
        return request.get(RequestLog.ID);
    }
}
