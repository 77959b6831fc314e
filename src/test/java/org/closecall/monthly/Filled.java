package org.closecall.monthly;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.function.Consumer;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.TestClock;
import org.closecall.catalog.Service;
import org.closecall.catalog.Team;
import org.closecall.occurrence.Detection;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.Severity;
import org.closecall.people.Person;

/** October 2026 in Vienna: seven incidents, a near miss and a hazard; service 1 is that of team 1 and had the first of them. Today is 10 November. */
final class Filled {

    static final Instant TODAY = Instant.parse("2026-11-10T09:00:00Z");

    private Filled() {
    }

    static void october() {
        TestClock.set(TODAY);
        Fixtures.organisation();
        QuarkusTransaction.requiringNew().run(() -> {
            var team = new Team();
            team.name = "Money";
            team.createdAt = TODAY;
            team.persist();
            var service = Service.create("Payments", 1, null, TODAY);
            service.team = team;
            incident(1, Severity.SEV1, 90, one -> one.services.add(service));
            incident(4, Severity.SEV3, 400, one -> { });
            for (var day = 8; day <= 24; day += 4) {
                incident(day, Severity.SEV3, day, one -> { });
            }
            file(Kind.NEAR_MISS, "2026-10-14T08:00:00Z", "Two deploys crossed", one -> one.potentialSeverity = Severity.SEV2);
            file(Kind.HAZARD, "2026-09-01T08:00:00Z", "One name server", one -> { });
        });
    }

    private static void incident(int day, Severity severity, int minutes, Consumer<Occurrence> more) {
        var start = Instant.parse("2026-10-%02dT10:00:00Z".formatted(day));
        file(Kind.INCIDENT, start.toString(), "Payments fail on day " + day, incident -> {
            incident.severity = severity;
            incident.detection = Detection.MONITORING_ALERT;
            incident.impactStarted = Moment.at(start);
            incident.detected = Moment.at(start.plusSeconds(120));
            incident.mitigated = Moment.at(start.plusSeconds(60L * minutes));
            incident.resolved = Moment.at(start.plusSeconds(90L * minutes));
            more.accept(incident);
        });
    }

    /** Inside a transaction. */
    private static void file(Kind kind, String started, String title, Consumer<Occurrence> more) {
        var occurrence = new Occurrence();
        occurrence.kind = kind;
        occurrence.title = title;
        occurrence.started = Moment.at(Instant.parse(started));
        more.accept(occurrence);
        occurrence.file(Person.withEmail("member@example.org"), Instant.parse(started));
    }

    /** Of the organisation, for October 2026; its id is 1. */
    static void prepared(Browser member) {
        member.get("/reliability/2026-10").then().statusCode(200);
        member.post("/reliability/reviews", "period", "2026-10", "team", "").then().statusCode(303);
    }

    static Object one(String sql) {
        return QuarkusTransaction.requiringNew().call(() -> Arc.container().instance(EntityManager.class).get().createNativeQuery(sql).getSingleResult());
    }

    static void run(String sql) {
        QuarkusTransaction.requiringNew().run(() -> Arc.container().instance(EntityManager.class).get().createNativeQuery(sql).executeUpdate());
    }
}
