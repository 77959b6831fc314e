package org.closecall.occurrence;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.closecall.AtOnce;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.catalog.Service;
import org.closecall.catalog.Tag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MergerRemovalsTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T10:00:00Z");

    Browser member;

    @BeforeEach
    void threeIncidentsOfWhichTheSecondHoldsMuch() {
        Fixtures.organisation();
        member = Browser.as("member");
        QuarkusTransaction.requiringNew().run(() -> {
            var services = List.of(Service.create("Payments", 1, null, BEGIN), Service.create("Mail", 1, null, BEGIN));
            for (var title : List.of("The one that stays", "The mistake", "A third")) {
                var occurrence = new Occurrence();
                occurrence.kind = Kind.INCIDENT;
                occurrence.title = title;
                occurrence.started = Moment.at(BEGIN);
                occurrence.services.addAll(title.equals("The mistake") ? services : services.subList(0, 1));
                occurrence.tags.addAll(title.equals("The mistake") ? Tag.named(List.of("dns")) : Set.of());
                occurrence.narrative = title.equals("The mistake") ? "What happened twice" : null;
                occurrence.file(Fixtures.person("member"), BEGIN);
            }
        });
        line(2, "Line of the mistake");
        QuarkusTransaction.requiringNew().run(() -> TimelineEntry.<TimelineEntry>findById(1L).externalId = "update-1");
        send("/occurrences/2/actions", "key", key("/occurrences/2/actions/new"), "title", "Renew sooner", "aim", "PREVENT_RECURRENCE");
        send("/occurrences/1/roles", "role", "Scribe", "person", "3");
        send("/occurrences/2/roles", "role", "Scribe", "person", "2");
        send("/occurrences/2/postmortem", "template", "LIGHT");
        send("/occurrences/3/links", "relation", "CAUSED_BY", "other", "2");
        send("/occurrences/2/links", "relation", "DUPLICATE_OF", "other", "1");
    }

    @Test
    void whatMovedGoesBackAndWhatWasAddedSinceStays() {
        var before = held(2);
        merge(2, 1);
        line(1, "Added since");
        member.get("/occurrences/1").then().body(allOf(containsString("/occurrences/2/merger/removal"), containsString("From #2, “The mistake”, what happened:")));
        member.get("/occurrences/2/merger/removal").then().statusCode(200).body(allOf(containsString("1 timeline entry"), containsString("1 action"), containsString("its postmortem"), containsString("2 links")));
        separate(2, "It was another one").then().statusCode(303).header("Location", endsWith("/occurrences/2"));
        assertEquals(before, held(2));
        member.get("/occurrences/2").then().statusCode(200).body(allOf(containsString("Line of the mistake"), containsString("Renew sooner"), containsString("Mail"), containsString(">dns</a>"),
                containsString("is a record of its own again"), not(containsString("Added since"))));
        member.get("/occurrences/1").then().statusCode(200).body(allOf(containsString("Added since"), not(containsString("Line of the mistake")), not(containsString("From #2, “The mistake”")),
                not(containsString("Renew sooner")), not(containsString("Mail</a>")), not(containsString("Holds what was filed"))));
        member.get("/occurrences").then().body(containsString("The mistake"));
        for (var number : List.of(1, 2)) {
            member.get("/occurrences/" + number + "/history").then().body(allOf(containsString("took back"), containsString("It was another one"), containsString("Mia Member")));
        }
    }

    @Test
    void whatPeopleDidToItMeanwhileIsNotUndone() {
        merge(2, 1);
        edited(1, "From #2, “The mistake”, what happened: corrected");
        send("/occurrences/1/roles", "role", "Scribe", "person", "4");
        QuarkusTransaction.requiringNew().run(() -> Occurrence.numbered(1).services.removeIf(service -> service.name.equals("Mail")));
        send("/occurrences/1/links/" + standingLink(3) + "/removal");
        separate(2, "").then().statusCode(303);
        var held = held(2);
        assertTrue(held.contains("service Mail") && held.contains("role Scribe 2"), held.toString());
        assertEquals(Set.of("link 2>1 DUPLICATE_OF"), new TreeSet<>(held.stream().filter(one -> one.startsWith("link")).toList()));
        member.get("/occurrences/1").then().body(containsString("what happened: corrected"));
        member.get("/occurrences/2/history").then().statusCode(200);
    }

    @Test
    void sentTwiceItIsTakenBackOnce() {
        merge(2, 1);
        var other = Browser.as("other");
        assertEquals(List.of(303, 303), AtOnce.sorted(() -> separate(2, "").statusCode(), () -> other.post("/occurrences/2/merger/removal").statusCode()));
        assertEquals(1, QuarkusTransaction.requiringNew().call(() -> org.closecall.people.Change.count("verb like 'took back its merger%'")));
        member.get("/occurrences/2/merger/removal").then().statusCode(404);
        member.get("/occurrences/3/merger/removal").then().statusCode(404);
        member.post("/occurrences/3/merger/removal").then().statusCode(404);
        member.post("/occurrences/99/merger/removal").then().statusCode(404);
        merge(2, 3);
        member.get("/occurrences/2/merger/removal").then().statusCode(200).body(containsString("A third"));
    }

    @Test
    void theLaterMergerIsTakenBackFirst() {
        var before = held(2);
        merge(2, 1);
        merge(1, 3);
        member.get("/occurrences/2/merger/removal").then().statusCode(200).body(containsString("#1 was itself merged into #3. Take that merger back first."));
        separate(2, "kept <text>").then().statusCode(422).body(allOf(containsString("Take that merger back first"), containsString("kept &lt;text&gt;")));
        separate(1, "").then().statusCode(303);
        separate(2, "x".repeat(2_001)).then().statusCode(422).body(containsString("At most 2,000"));
        separate(2, "").then().statusCode(303);
        assertEquals(before, held(2));
    }

    @Test
    void whatIsAddedWhileAMergerRunsIsOnTheRecordThatStays() throws Exception {
        var adding = new ArrayList<Callable<Response>>();
        adding.add(as("other", "/occurrences/2/timeline", "at", "2026-01-01T12:00", "text", "Meanwhile"));
        adding.add(as("other", "/occurrences/2/pastes", "keep", "0", "at", "2026-01-01T12:00", "kind", "ACTION", "text", "Pasted meanwhile"));
        adding.add(as("other", "/occurrences/2/updates", "note", "Told meanwhile"));
        adding.add(as("other", "/occurrences/2/roles", "role", "Communications", "person", "3"));
        adding.add(as("other", "/occurrences/2/references", "url", "https://example.org/meanwhile", "title", "Found meanwhile"));
        adding.add(as("other", "/occurrences/2/actions", "title", "Promised meanwhile", "aim", "DETECT_SOONER"));
        adding.add(as("other", "/occurrences/2/controls", "state.1", "FAILED"));
        adding.add(as("other", "/occurrences/2/moments", "name", "DETECTED", "at", "2026-01-01T12:00"));
        var threads = Executors.newFixedThreadPool(adding.size());
        var answers = QuarkusTransaction.requiringNew().timeout(60).call(() -> {
            OccurrenceLink.takeTurn();
            var kept = Occurrence.editing(1);
            var gone = Occurrence.editing(2);
            var running = adding.stream().map(threads::submit).toList();
            TimeUnit.SECONDS.sleep(2);
            new Merger(gone, kept).merge(Fixtures.person("member"), Instant.now());
            return running;
        });
        for (var answer : answers) {
            assertEquals(303, answer.get().statusCode());
        }
        threads.shutdown();
        Merger.MOVED.forEach(owned -> assertEquals(0L, count("select count(*) from " + owned.table() + " where occurrence_id = 2" + (owned.key() == null ? "" : " and " + owned.key() + " not in (select " + owned.key() + " from " + owned.table() + " where occurrence_id = 1)")), owned.table()));
        var page = member.get("/occurrences/1").body().asString();
        List.of("Meanwhile", "Pasted meanwhile", "Told meanwhile", "Found meanwhile", "Promised meanwhile").forEach(text -> assertTrue(page.contains(text), text));
    }

    @Test
    void anEditOfWhatWasMergedMeanwhileSaysSoAndKeepsTheText() {
        member.get("/occurrences/2/edit");
        var version = member.field("version");
        merge(2, 1);
        member.post("/occurrences/2", "version", version, "kind", "INCIDENT", "title", "A better title").then().statusCode(409)
                .body(allOf(containsString("was merged into"), containsString("value=\"A better title\""), containsString("Nothing of this form is saved")));
        separate(2, "");
        member.post("/occurrences/2", "version", version, "kind", "INCIDENT", "title", "A better title", "services", "1", "services", "2", "tags", "dns", "narrative", "What happened twice", "startedAt", "2026-01-01T11:00").then().statusCode(303);
        member.get("/occurrences/2").then().body(containsString("A better title"));
    }

    @Test
    void viewersAndVisitorsTakeNothingBack() {
        merge(2, 1);
        var viewer = Browser.as("viewer");
        viewer.get("/occurrences/2/merger/removal").then().statusCode(403);
        viewer.post("/occurrences/2/merger/removal").then().statusCode(403);
        Browser.visitor().get("/occurrences/2/merger/removal").then().statusCode(302).header("Location", containsString("/sign-in"));
        viewer.get("/occurrences/1").then().body(not(containsString("/merger/removal")));
    }

    private Callable<Response> as(String who, String address, String... fields) {
        var browser = Browser.as(who);
        return () -> browser.post(address, fields);
    }

    /** Everything that hangs on a record, as words. */
    private static Set<String> held(long number) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var one = Occurrence.numbered(number);
            var held = new TreeSet<String>();
            TimelineEntry.of(one).forEach(entry -> held.add("entry " + entry.externalId + " " + entry.text));
            one.services.forEach(service -> held.add("service " + service.name));
            one.tags.forEach(tag -> held.add("tag " + tag.name));
            OccurrenceRole.of(one).forEach(role -> held.add("role " + role.role + " " + role.person.id + (role.until == null ? "" : " ended")));
            OccurrenceLink.standingOf(one).forEach(link -> held.add("link " + link.source.number + ">" + link.target.number + " " + link.kind));
            held.add("postmortem " + (org.closecall.postmortem.Postmortem.of(one) != null));
            held.add("actions " + org.closecall.action.ActionItem.of(one).size());
            return held;
        });
    }

    private static long count(String sql) {
        return QuarkusTransaction.requiringNew().call(() -> (Long) Arc.container().instance(EntityManager.class).get().createNativeQuery(sql, Long.class).getSingleResult());
    }

    private static long standingLink(long number) {
        return QuarkusTransaction.requiringNew().call(() -> OccurrenceLink.standingOf(Occurrence.numbered(number)).get(0).id);
    }

    /** The piece the merger made, as somebody rewrote it. */
    private void edited(long number, String text) {
        var id = QuarkusTransaction.requiringNew().call(() -> TimelineEntry.of(Occurrence.numbered(number)).stream().filter(entry -> entry.text.contains("what happened:")).findFirst().orElseThrow().id);
        member.get("/occurrences/" + number + "/timeline/" + id + "/edit");
        send("/occurrences/" + number + "/timeline/" + id, "version", member.field("version"), "at", "2026-01-01T11:00", "kind", "OBSERVATION", "text", text);
    }

    private void line(long number, String text) {
        send("/occurrences/" + number + "/timeline", "at", "2026-01-01T11:00", "kind", "ACTION", "text", text);
    }

    private void merge(long gone, long kept) {
        send("/occurrences/" + gone + "/merger", "into", String.valueOf(kept));
    }

    private Response separate(long gone, String reason) {
        return member.post("/occurrences/" + gone + "/merger/removal", "reason", reason);
    }

    private String key(String page) {
        member.get(page);
        return member.key();
    }

    private void send(String address, String... fields) {
        member.post(address, fields).then().statusCode(303);
    }
}
