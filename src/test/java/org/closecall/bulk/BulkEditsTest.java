package org.closecall.bulk;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.closecall.AtOnce;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.closecall.catalog.Service;
import org.closecall.catalog.Tag;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.Severity;
import org.closecall.occurrence.Snapshot;
import org.closecall.people.Change;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BulkEditsTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T10:00:00Z");

    Browser member;

    /** #1 and #4 are incidents, #2 a near miss, #3 a hazard; #1 is tagged and has a service. */
    @BeforeEach
    void fourRecords() {
        Fixtures.organisation();
        member = Browser.as("member");
        QuarkusTransaction.requiringNew().run(() -> {
            var payments = Service.create("Payments", 1, null, BEGIN);
            Service.create("Mail", 2, null, BEGIN);
            for (var kind : List.of(Kind.INCIDENT, Kind.NEAR_MISS, Kind.HAZARD, Kind.INCIDENT)) {
                var occurrence = file(kind);
                if (occurrence.number == 1) {
                    occurrence.services.add(payments);
                    occurrence.tags.addAll(Tag.named(List.of("dns")));
                    occurrence.severity = Severity.SEV4;
                }
            }
        });
    }

    @Test
    void showsWhatIsChosenAndSaysWhatIsLeftOut() {
        member.post("/occurrences/4/removal");
        member.get("/bulk-edits/new?number=1&number=2&number=4&number=99&number=%3Cx%3E").then().statusCode(200).body(allOf(containsString("Change 2 records together"), containsString("#4 was removed"),
                containsString("There is no #99"), containsString("“&lt;x&gt;” is not the number"), containsString("They have: dns"), containsString("Severity of the incidents"), containsString("Potential severity of the near misses")));
        member.get("/bulk-edits/new?number=1").then().body(not(containsString("Potential severity of the")));
        member.get("/bulk-edits/new").then().statusCode(200).body(containsString("No record is chosen"));
    }

    @Test
    void changesTagsServicesAndSeveritiesTogetherAsEachKindAllows() {
        send(of(1, 2, 3), "addTags", "expiry, DNS", "services", "2", "how", "ADD", "severity", "SEV1", "potentialSeverity", "SEV2").then().statusCode(303).header("Location", endsWith("/bulk-edits/1"));
        assertEquals(List.of("dns, expiry", "Mail, Payments", "SEV1", ""), fields(1));
        assertEquals(List.of("dns, expiry", "Mail", "", "SEV2"), fields(2));
        assertEquals(List.of("dns, expiry", "Mail", "", "SEV2"), fields(3));
        assertEquals(List.of("", "", "", ""), fields(4));
        member.get("/bulk-edits/1").then().statusCode(200).body(allOf(containsString("3 of 3 records changed"), containsString("Add the tags: expiry, DNS"), containsString("Severity of incidents: SEV1"), containsString("<del>SEV4</del>")));
        member.get("/occurrences/1/history").then().body(allOf(containsString("changed Severity, Services and Tags"), containsString("href=\"/bulk-edits/1\"")));
        Browser.as("viewer").get("/occurrences/1/history").then().body(allOf(containsString("changed Severity"), not(containsString("/bulk-edits/1"))));
    }

    @Test
    void takesTagsAndServicesAwayAndReplacesServices() {
        send(of(1, 4), "removeTags", "DNS, never there", "services", "1", "how", "REMOVE");
        assertEquals(List.of("", "", "SEV4", ""), fields(1));
        member.get("/bulk-edits/1").then().body(allOf(containsString("1 of 2 records changed"), containsString("Nothing to change")));
        assertEquals(0, Tag.count("name", "never there"));
        send(of(1, 4), "services", "2", "how", "REPLACE");
        assertEquals("Mail", fields(1).get(1));
    }

    @Test
    void skipsAndListsWhatChangedOrWentSinceThePageWasShown() {
        var fields = form(of(1, 2, 3, 4), "addTags", "late");
        member.post("/occurrences/2/merger", "into", "1").then().statusCode(303);
        member.post("/occurrences/3/removal").then().statusCode(303);
        member.post("/bulk-edits", fields).then().statusCode(303);
        member.get("/bulk-edits/1").then().body(allOf(containsString("1 of 4 records changed"), containsString("was changed after you opened the page"), containsString("was merged into #1"), containsString("was removed")));
        assertEquals(List.of("dns", "", "late"), List.of(fields(1).get(0), fields(3).get(0), fields(4).get(0)));
    }

    @Test
    void whatIsUntickedStays() {
        member.get("/bulk-edits/new?number=1&number=2");
        member.post("/bulk-edits", "key", member.key(), "seen", member.field("seen"), "chosen", "2", "addTags", "x").then().statusCode(303);
        assertEquals("dns", fields(1).get(0));
        assertEquals("x", fields(2).get(0));
    }

    @Test
    void refusesAndKeepsWhatWasTyped() {
        send(of(1, 2), "addTags", "<b>, Same", "removeTags", "same", "query", "?kind=HAZARD&evil=1").then().statusCode(422).body(allOf(containsString("“same” cannot be added and taken away"), containsString("value=\"&lt;b&gt;, Same\""),
                containsString("Change 2 records together"), containsString("href=\"/occurrences?kind=HAZARD\"")));
        send(of(1), "addTags", "").then().statusCode(422).body(containsString("Say what to change"));
        send(of(1), "addTags", "x".repeat(61)).then().statusCode(422).body(containsString("A tag has at most 60"));
        send(of(1), "how", "REPLACE").then().statusCode(422).body(containsString("Which services"));
        send(List.of(), "addTags", "x").then().statusCode(422).body(containsString("Tick at least one record"));
        assertEquals(0, BulkEdit.count());
    }

    @Test
    void unknownNumbersAreNotFound() {
        member.post("/bulk-edits", "seen", "99.0", "chosen", "99", "addTags", "x").then().statusCode(404);
        member.get("/bulk-edits/77").then().statusCode(404);
        member.post("/bulk-edits/77/reversal").then().statusCode(404);
        assertEquals(0, BulkEdit.count());
    }

    @Test
    void sentTwiceItIsDoneOnce() {
        var fields = form(of(1, 2), "addTags", "once");
        assertEquals(List.of(303, 303), AtOnce.sorted(() -> member.post("/bulk-edits", fields).statusCode(), () -> member.post("/bulk-edits", fields).statusCode()));
        assertEquals(1, BulkEdit.count());
        fields[fields.length - 1] = "other";
        member.post("/bulk-edits", fields).then().statusCode(409).body(allOf(containsString("You have sent this form before"), containsString("href=\"/bulk-edits/1\"")));
    }

    @Test
    void twoAtOnceNeverWaitForEachOther() {
        var other = Browser.as("other");
        var mine = form(of(1, 2, 3, 4), "addTags", "a new one, b new one");
        var theirs = mine.clone();
        theirs[1] = "";
        theirs[theirs.length - 1] = "b new one, a new one";
        assertEquals(List.of(303, 303), AtOnce.sorted(() -> member.post("/bulk-edits", mine).statusCode(), () -> other.post("/bulk-edits", theirs).statusCode()));
        assertEquals(4, BulkEditRecord.count("change is not null"));
        assertEquals(4, BulkEditRecord.count("skipped is not null"));
    }

    @Test
    void undoTakesBackOnceWhatStillStandsAndListsTheRest() {
        send(of(1, 2), "addTags", "x", "services", "2", "how", "ADD");
        member.get("/occurrences/1/edit");
        QuarkusTransaction.requiringNew().run(() -> {
            var one = Occurrence.editing(1);
            var before = Snapshot.of(one);
            one.tags.addAll(Tag.named(List.of("mine")));
            one.edited(before, Fixtures.person("other"), BEGIN);
            Tag.<Tag>find("name", "x").firstResult().name = "renamed";
        });
        assertEquals(List.of(303, 303), AtOnce.sorted(() -> member.post("/bulk-edits/1/reversal").statusCode(), () -> member.post("/bulk-edits/1/reversal").statusCode()));
        assertEquals(List.of("dns, mine, renamed", "Payments", "SEV4", ""), fields(1));
        assertEquals(List.of("", "", "", ""), fields(2));
        member.get("/bulk-edits/1").then().body(allOf(containsString("Taken back"), containsString("Tags: changed since"), not(containsString("/reversal"))));
        member.get("/occurrences/1/history").then().body(containsString("took back a bulk edit"));
        assertEquals(2, Change.count("verb", "took back a bulk edit"));
    }

    @Test
    void undoLeavesAloneWhatIsRemoved() {
        send(of(1, 2), "addTags", "x");
        member.post("/occurrences/2/removal");
        member.post("/bulk-edits/1/reversal").then().statusCode(303);
        member.get("/bulk-edits/1").then().body(containsString("was removed"));
        assertEquals(List.of("dns", "x"), List.of(fields(1).get(0), fields(2).get(0)));
    }

    @Test
    void takesAllThatMatchUpToTwoHundred() {
        member.get("/bulk-edits/new?all=true&kind=INCIDENT&columns=kind").then().body(allOf(containsString("Change 2 records together"), containsString("value=\"?kind=INCIDENT&amp;columns=kind\"")));
        var few = Statements.during(() -> member.get("/bulk-edits/new?all=true"));
        QuarkusTransaction.requiringNew().run(() -> {
            for (var i = 0; i < 60; i++) {
                file(Kind.HAZARD);
            }
        });
        assertEquals(few, Statements.during(() -> member.get("/bulk-edits/new?all=true").then().body(containsString("Change 64 records together"))));
        QuarkusTransaction.requiringNew().run(() -> {
            for (var i = 0; i < 140; i++) {
                file(Kind.HAZARD);
            }
        });
        member.get("/occurrences").then().body(containsString("Change the first 200 that match"));
        member.get("/bulk-edits/new?all=true").then().body(containsString("Change 200 records together"));
        var fields = form(null, "addTags", "many");
        member.post("/bulk-edits", fields).then().statusCode(303);
        member.get("/bulk-edits/1").then().statusCode(200).body(containsString("200 of 200 records changed"));
        member.post("/bulk-edits/1/reversal").then().statusCode(303);
        assertEquals(0L, QuarkusTransaction.requiringNew().call(() -> Occurrence.count("select count(o) from Occurrence o join o.tags t where t.name = 'many'")));
    }

    @Test
    void viewersChooseAndChangeNothing() {
        var viewer = Browser.as("viewer");
        viewer.get("/occurrences").then().body(not(containsString("choosing")));
        viewer.get("/bulk-edits/new?number=1").then().statusCode(403);
        viewer.post("/bulk-edits", "chosen", "1", "addTags", "x").then().statusCode(403);
        send(of(1), "addTags", "x");
        viewer.get("/bulk-edits/1").then().statusCode(403);
        viewer.post("/bulk-edits/1/reversal").then().statusCode(403);
        Browser.visitor().get("/bulk-edits/1").then().statusCode(302);
        member.get("/occurrences").then().body(allOf(containsString("Choose #1"), containsString("name=\"number\" value=\"1\" form=\"choosing\"")));
        assertEquals("dns, x", fields(1).get(0));
    }

    private static List<Long> of(long... numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private Response send(List<Long> numbers, String... fields) {
        return member.post("/bulk-edits", form(numbers, fields));
    }

    /** The form of these numbers, or of the page that is open, with the fields last. */
    private String[] form(List<Long> numbers, String... fields) {
        if (numbers != null) {
            member.get("/bulk-edits/new?all=" + String.join("", numbers.stream().map(number -> "&number=" + number).toList()));
        }
        var all = new ArrayList<String>(List.of("key", numbers != null && numbers.isEmpty() ? "" : member.key(), "seen", member.field("seen")));
        member.fields("chosen").forEach(number -> all.addAll(List.of("chosen", number)));
        all.addAll(List.of(fields));
        return all.toArray(String[]::new);
    }

    /** Tags, services, severity and potential severity, as the history words them. */
    private static List<String> fields(long number) {
        var snapshot = QuarkusTransaction.requiringNew().call(() -> Snapshot.of(Occurrence.numberedEvenRemoved(number)));
        return List.of("Tags", "Services", "Severity", "Potential severity").stream().map(label -> snapshot.getOrDefault(label, "")).toList();
    }

    private static Occurrence file(Kind kind) {
        var occurrence = new Occurrence();
        occurrence.kind = kind;
        occurrence.title = "Something";
        return occurrence.file(Fixtures.person("member"), BEGIN);
    }
}
