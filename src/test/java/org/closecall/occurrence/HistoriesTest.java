package org.closecall.occurrence;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.catalog.Control;
import org.closecall.catalog.Service;
import org.closecall.catalog.Tag;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HistoriesTest {

    private static final String HISTORY = "/occurrences/1/history";
    private static final String LONG = "The certificate of the payment gateway ran out at night, and nobody was told before shoppers rang.";

    Browser member;

    @BeforeEach
    void file() {
        Fixtures.organisation();
        member = Browser.as("member");
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "INCIDENT", "narrative", LONG, "noticed", "2026-01-05T02:16").then().statusCode(303);
    }

    @Test
    void readsAsAStoryWithTheWordsThatChanged() {
        edit("title", "Cards were declined", "narrative", LONG.replace("at night", "on Sunday"), "severity", "SEV2", "detectedAt", "2026-01-05T02:16");
        member.get(HISTORY).then().statusCode(200).body(allOf(containsString("<strong>Mia Member</strong> changed Title, What happened and 3 more"),
                containsString("<del>at night,</del><ins>on Sunday,</ins>"), containsString(">SEV2 <form"), containsString("filed")));
        Browser.as("viewer").get(HISTORY).then().statusCode(200).body(allOf(containsString("Cards were declined"), not(containsString("Bring this back"))));
    }

    @Test
    void bringsAFieldBackOnceHoweverOftenItIsAskedTo() {
        edit("title", "Wrong", "narrative", LONG, "severity", "SEV2", "detectedAt", "2026-01-05T02:16");
        var change = latest();
        for (var times = 0; times < 2; times++) {
            restore(change, "Title").then().statusCode(303).header("Location", endsWith(HISTORY));
        }
        member.get("/occurrences/1").then().body(allOf(not(containsString("<h1>Wrong</h1>")), containsString("SEV2"), containsString("History (3)")));
        restore(change, "Severity").then().statusCode(303);
        member.get("/occurrences/1").then().body(not(containsString("SEV2")));
        member.get(HISTORY).then().body(containsString("changed Severity"));
    }

    @Test
    void saysWhyAFieldCannotComeBack() {
        QuarkusTransaction.requiringNew().run(() -> Service.create("Payments", 1, null, Instant.now()));
        edit("title", "Served", "narrative", LONG, "services", "1", "detectedAt", "2026-01-05T02:16");
        edit("title", "Served", "narrative", LONG, "detectedAt", "2026-01-05T02:16");
        var change = latest();
        QuarkusTransaction.requiringNew().run(() -> Service.<Service>findById(1L).name = "Cards");
        restore(change, "Services").then().statusCode(303);
        member.get(HISTORY).then().body(containsString("Nothing is called “Payments” now"));
        QuarkusTransaction.requiringNew().run(() -> Service.<Service>findById(1L).name = "Payments");
        restore(change, "Services").then().statusCode(303);
        member.get("/occurrences/1").then().body(containsString("href=\"/services/1\""));
    }

    @Test
    void bringsBackOnlyForThoseWhoMayAndOnlyWhatThereIs() {
        edit("title", "Wrong", "narrative", LONG, "detectedAt", "2026-01-05T02:16");
        var change = latest();
        Browser.visitor().post(HISTORY + "/" + change + "/restoration", "field", "Title").then().statusCode(401);
        Browser.as("viewer").post(HISTORY + "/" + change + "/restoration", "field", "Title").then().statusCode(403);
        member.get(HISTORY + "/" + change + "/restoration").then().statusCode(405);
        for (var address : new String[] {"/occurrences/1/history/99999", "/occurrences/99/history/" + change, "/occurrences/1/history/x"}) {
            member.post(address + "/restoration", "field", "Title").then().statusCode(404);
        }
        for (var field : new String[] {"", "Filed", "Impact"}) {
            restore(change, field).then().statusCode(404);
        }
        member.post("/occurrences/1/removal");
        restore(change, "Title").then().statusCode(404);
    }

    @Test
    void longHistoriesComeInPages() {
        for (var i = 0; i < Story.PAGE + 3; i++) {
            QuarkusTransaction.requiringNew().run(() -> Change.record(Occurrence.numbered(1).subject(), "looked at", Map.of(), Map.of(), null, Instant.now()));
        }
        member.get(HISTORY).then().body(allOf(containsString("looked at"), not(containsString("</strong> filed"))));
        member.get(member.page().replaceFirst("(?s).*href=\"([^\"]+\\?before=\\d+)\".*", "$1")).then()
                .body(allOf(containsString("looked at"), containsString("</strong> filed"), not(containsString(">Earlier<"))));
    }

    @Test
    @TestTransaction
    void everyFieldFindsItsWayBack() {
        var random = new Random(20261121);
        Service.create("Payments", 1, null, Instant.now());
        Service.create("Mail", 2, null, Instant.now());
        for (var i = 0; i < 200; i++) {
            var occurrence = new Occurrence();
            scramble(occurrence, random);
            var before = Snapshot.of(occurrence);
            scramble(occurrence, random);
            Change.differences(before, Snapshot.of(occurrence)).forEach(field -> {
                if (Rewinds.possible(field.name(), field.before())) {
                    Rewinds.apply(occurrence, field.name(), field.before());
                }
            });
            assertEquals(before, Snapshot.of(occurrence));
        }
    }

    private static void scramble(Occurrence o, Random random) {
        o.kind = any(random, Kind.values());
        o.title = any(random, "A", "B");
        o.narrative = any(random, null, "A\n\nB", "C");
        o.impact = any(random, null, "many");
        o.severity = o.kind.incident() ? any(random, null, Severity.SEV1, Severity.SEV5) : null;
        o.potentialSeverity = o.kind.incident() ? null : any(random, null, Severity.SEV2);
        o.likelihood = o.kind.incident() ? null : any(random, null, Likelihood.RARE, Likelihood.FREQUENT);
        o.detection = any(random, Detection.values());
        o.stoppedBy = any(random, null, StoppedBy.SAFEGUARD, StoppedBy.CHANCE);
        o.stoppedByControl = any(random, null, Control.<Control>findById(1L));
        o.stoppedHow = any(random, null, "how");
        o.oneChange = any(random, null, "change");
        o.lead = any(random, null, Person.withEmail("member@example.org"));
        o.started = any(random, Moment.UNKNOWN, Moment.at(Instant.parse("2026-03-29T01:30:00.123Z")));
        o.impactStarted = any(random, Moment.UNKNOWN, Moment.NONE, Moment.NOT_YET, Moment.at(Instant.EPOCH));
        o.resolved = any(random, Moment.UNKNOWN, Moment.NOT_YET, Moment.at(Instant.parse("2026-10-25T00:30:00Z")));
        o.services.clear();
        o.services.addAll(any(random, Set.of(), Set.copyOf(Service.<Service>listAll())));
        o.tags.clear();
        o.tags.addAll(any(random, Set.<Tag>of(), Tag.named(List.of("dns", "expiry"))));
    }

    @SafeVarargs
    private static <T> T any(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    private Response restore(long change, String field) {
        return member.post(HISTORY + "/" + change + "/restoration", "field", field);
    }

    private static long latest() {
        return QuarkusTransaction.requiringNew().call(() -> Change.latest(Occurrence.numbered(1).subject()).id);
    }

    private void edit(String... fields) {
        member.get("/occurrences/1/edit");
        var all = new ArrayList<>(List.of("version", member.field("version"), "kind", "INCIDENT"));
        all.addAll(List.of(fields));
        member.post("/occurrences/1", all.toArray(String[]::new)).then().statusCode(303);
    }
}
