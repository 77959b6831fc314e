package org.closecall.review;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.closecall.AtOnce;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.closecall.catalog.Service;
import org.closecall.catalog.Team;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Likelihood;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.Severity;
import org.closecall.people.Organisation;
import org.closecall.people.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OwedPostmortemsTest {

    private static final String OWED = "/postmortems/owed";
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final Instant NOW = Instant.now();
    private static final Pattern ROW = Pattern.compile("list__title\" href=\"/occurrences/(\\d+)\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    Browser member;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        member = Browser.as("member");
    }

    @AfterEach
    void leaveThePolicy() {
        QuarkusTransaction.requiringNew().run(() -> ReviewRule.deleteAll());
    }

    @Test
    void oweWhatThePolicyAsksForOnceItIsOver() {
        incident("Over", Severity.SEV2, 30, resolved(30));
        incident("Over, nobody knows when", Severity.SEV4, 20, o -> o.resolved = Moment.UNKNOWN);
        nearMiss("Near", 15);
        incident("Goes on", Severity.SEV1, 14, o -> { });
        incident("Too slight", Severity.SEV5, 13, resolved(13));
        incident("Nobody said how bad", null, 12, resolved(12));
        incident("Brought along", Severity.SEV1, 11, resolved(11).andThen(o -> o.source = "google"));
        incident("Removed", Severity.SEV1, 10, resolved(10));
        incident("The same again", Severity.SEV1, 9, resolved(9));
        incident("Filed long after", Severity.SEV1, 0, resolved(90));
        member.post("/occurrences/8/removal");
        member.post("/occurrences/9/links", "relation", "DUPLICATE_OF", "other", "1").then().statusCode(303);
        assertEquals(List.of(1L, 2L, 3L, 10L), listed(OWED));
        record(4, "This asks for a full review, due 5\u00a0working days after it is resolved");
        record(7, "Owes none: it was imported");
        record(9, "Owes none: it is a duplicate");
        record(1, "Postmortem owed</strong>: full, by <span class=\"late\">");
        record(10, "by <span class=\"soon\"><time datetime=\"" + Deadline.of(LocalDate.now(VIENNA), 5));
        member.post("/occurrences/1/removal").then().statusCode(303);
        assertEquals(List.of(2L, 3L, 9L, 10L), listed(OWED));
    }

    @Test
    void whatWasOverBeforeAnUpgradeOwesNone() {
        incident("Long ago", Severity.SEV2, 30, resolved(30));
        incident("Of late", Severity.SEV2, 3, resolved(3));
        QuarkusTransaction.requiringNew().run(() -> Organisation.getEntityManager().createNativeQuery("update organisation set reviews_since = now() - interval '10 days'").executeUpdate());
        assertEquals(List.of(2L), listed(OWED));
        member.get("/occurrences/1").then().body(containsString("it was over before postmortems were asked for here"));
        member.get("/severities").then().body(containsString("nor does what was over before"));
    }

    @Test
    void areOwedUntilPublishedAndAgainAfterwards() {
        nearMiss("Near", 1);
        member.get("/").then().body(containsString("Write the postmortem: Near"));
        member.post("/occurrences/1/postmortem", "template", "LIGHT").then().statusCode(303);
        member.get("/").then().body(allOf(containsString("Finish the postmortem: Near"), containsString("due <span"), not(containsString("Write the postmortem"))));
        assertEquals(1, member.page().split("Finish the postmortem: Near", -1).length - 1);
        member.post("/occurrences/1/postmortem/meeting", "sequence", "", "at", "2087-12-03T10:00", "minutes", "30", "place", "").then().statusCode(303);
        member.get("/").then().body(allOf(containsString("review meeting on <time"), containsString("3 Dec 2087 10:00")));
        member.get(OWED).then().body(allOf(containsString(">draft<"), containsString("meeting <time")));
        Browser.as("viewer").get(OWED).then().statusCode(200).body(allOf(containsString("none published"), not(containsString(">draft<"))));
        Browser.as("viewer").get("/").then().body(not(containsString("the postmortem: Near")));
        member.post("/occurrences/1/postmortem/publication", "because", "Enough").then().statusCode(303);
        member.get(OWED).then().body(containsString("No postmortem is owed"));
        member.get("/occurrences/1").then().body(not(containsString("Postmortem owed")));
        member.post("/occurrences/1/postmortem/withdrawal").then().statusCode(303);
        assertEquals(List.of(1L), listed(OWED));
    }

    @Test
    void areNotNeededBecauseAndNeededAfterAll() {
        nearMiss("Near", 1);
        var there = "/occurrences/1/postmortem/exemption";
        member.post(there, "because", " ").then().statusCode(422).body(containsString("Say why"));
        member.post(there, "because", "x".repeat(2_001)).then().statusCode(422).body(containsString("x".repeat(2_001)));
        assertEquals(List.of(303, 303), AtOnce.sorted(() -> member.post(there, "because", "A <b>drill</b>").statusCode(), () -> Browser.as("other").post(there, "because", "A <b>drill</b>").statusCode()));
        assertEquals(1, QuarkusTransaction.requiringNew().call(() -> PostmortemExemption.count()));
        member.get("/occurrences/1").then().body(allOf(containsString("<strong>Not needed</strong>, because"), containsString("A &lt;b&gt;drill&lt;/b&gt;"), not(containsString("Postmortem owed"))));
        assertEquals(List.of(), listed(OWED));
        member.post(there + "/removal").then().statusCode(303).header("Location", endsWith("/occurrences/1#postmortem"));
        member.post(there + "/removal").then().statusCode(303);
        assertEquals(List.of(1L), listed(OWED));
        member.get("/occurrences/1/history").then().body(allOf(containsString("said that no postmortem is needed"), containsString("took back that no postmortem is needed")));
        Browser.as("viewer").post(there, "because", "Mine").then().statusCode(403);
        Browser.as("viewer").get("/occurrences/1").then().body(allOf(containsString("Postmortem owed"), not(containsString("Not needed, because"))));
        Browser.visitor().post(there, "because", "kept").then().statusCode(401).body(containsString("kept"));
        member.post("/occurrences/99/postmortem/exemption", "because", "x").then().statusCode(404);
        member.get(there + "/removal").then().statusCode(405);
    }

    @Test
    void mineComeFirstThenThoseOfMyTeams() {
        QuarkusTransaction.requiringNew().run(() -> {
            var team = new Team();
            team.name = "Money";
            team.createdAt = NOW;
            team.members.add(Fixtures.person("member"));
            team.persist();
            Service.create("Payments", 1, team, NOW);
        });
        incident("Somebody else’s", Severity.SEV1, 40, resolved(40));
        incident("Of the team", Severity.SEV1, 30, resolved(30).andThen(o -> o.services.add(Service.named("Payments"))));
        incident("Led", Severity.SEV1, 1, resolved(1).andThen(o -> o.lead = person("member")));
        incident("Scribe", Severity.SEV1, 1, resolved(1));
        QuarkusTransaction.requiringNew().run(() -> Occurrence.update("filedBy = ?1", person("other")));
        member.post("/occurrences/4/roles", "role", "Scribe", "person", person("member").id.toString()).then().statusCode(303);
        var desk = member.get("/").body().asString();
        assertTrue(desk.indexOf("Write the postmortem: Led") < desk.indexOf("Write the postmortem: Of the team") && desk.indexOf("postmortem: Scribe") < desk.indexOf("postmortem: Of the team"), desk);
        assertTrue(desk.contains("postmortem: Led") && desk.contains("postmortem: Scribe") && !desk.contains("postmortem: Somebody"), desk);
        assertEquals(List.of(3L, 4L), listed(OWED + "?show=mine"));
        assertEquals(List.of(2L), listed(OWED + "?show=teams"));
        assertEquals(List.of(1L, 2L), listed(OWED + "?show=late"));
        assertEquals(List.of(2L), listed(OWED + "?team=1"));
        assertEquals(List.of(2L), listed(OWED + "?service=1"));
        assertEquals(List.of(2L), listed(OWED + "?show=late&team=1"));
        member.get(OWED + "?show=late&team=1").then().body(allOf(containsString("<input type=\"hidden\" name=\"show\" value=\"late\">"), containsString("?show=late\" aria-current"), not(containsString("id=\"show\""))));
        assertEquals(List.of(), listed(OWED + "?service=x"));
        member.get(OWED + "?service=x").then().body(containsString("Nothing here is owed"));
        member.get(OWED).then().body(containsString("4 owed, 2 of them late"));
        assertEquals(List.of(1L, 2L, 3L, 4L), listed(OWED + "?after=junk_1"));
    }

    @Test
    void lateIsWhatTheDeadlineOfItsCellSays() {
        var administrator = Browser.as("administrator");
        administrator.get("/admin/severities");
        administrator.post("/admin/severities", "SEV1.HAPPENED", "FULL", "SEV1.HAPPENED.days", "20").then().statusCode(303);
        incident("In four weeks", Severity.SEV1, 20, resolved(20));
        incident("In one", Severity.SEV2, 20, resolved(20));
        assertEquals(List.of(2L), listed(OWED + "?show=late"));
        administrator.post("/admin/severities", "SEV2.HAPPENED", "NONE").then().statusCode(303);
        assertEquals(List.of(1L), listed(OWED));
    }

    @Test
    void pagesByKeyShowEachOnceWithoutAQueryForEach() {
        incident("First", Severity.SEV1, 300, resolved(300));
        member.post("/occurrences/1/postmortem", "template", "FULL").then().statusCode(303);
        var paths = List.of(OWED, "/", "/occurrences/1");
        var few = paths.stream().map(this::statements).toList();
        var days = new ArrayList<>(LongStream.range(0, OwedList.PAGE + 30).boxed().toList());
        Collections.shuffle(days, new Random(3));
        days.forEach(day -> incident("Of day " + day, Severity.SEV2, day / 3, resolved(day / 3).andThen(o -> o.lead = person("member"))));
        LongStream.range(2, 20).forEach(number -> member.post("/occurrences/" + number + "/postmortem", "template", "FULL").then().statusCode(303));
        var many = paths.stream().map(this::statements).toList();
        for (var i = 0; i < paths.size(); i++) {
            assertTrue(many.get(i) <= few.get(i), paths.get(i) + ": " + few + ", then " + many);
        }
        var expected = QuarkusTransaction.requiringNew().call(() -> Occurrence.<Occurrence>list("order by reviewSince, number").stream().map(o -> o.number).toList());
        assertEquals(expected, listed(OWED));
    }

    private long statements(String path) {
        member.get(path);
        return Statements.during(() -> member.get(path).then().statusCode(200));
    }

    private void record(int number, String words) {
        member.get("/occurrences/" + number).then().body(containsString(words));
    }

    private List<Long> listed(String path) {
        var seen = new ArrayList<Long>();
        for (var at = path; at != null;) {
            var page = member.get(at).body().asString();
            ROW.matcher(page).results().forEach(row -> seen.add(Long.valueOf(row.group(1))));
            var next = NEXT.matcher(page);
            at = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        return seen;
    }

    private static Consumer<Occurrence> resolved(long daysAgo) {
        return occurrence -> occurrence.resolved = Moment.at(NOW.minus(Duration.ofDays(daysAgo)));
    }

    private static Person person(String email) {
        return Person.withEmail(email + "@example.org");
    }

    private static void nearMiss(String title, long filedDaysAgo) {
        file(title, filedDaysAgo, o -> {
            o.kind = Kind.NEAR_MISS;
            o.potentialSeverity = Severity.SEV2;
            o.likelihood = Likelihood.OCCASIONAL;
        });
    }

    private static void incident(String title, Severity severity, long filedDaysAgo, Consumer<Occurrence> more) {
        file(title, filedDaysAgo, more.andThen(o -> o.severity = severity));
    }

    private static void file(String title, long filedDaysAgo, Consumer<Occurrence> more) {
        QuarkusTransaction.requiringNew().run(() -> {
            var occurrence = new Occurrence();
            occurrence.kind = Kind.INCIDENT;
            occurrence.title = title;
            more.accept(occurrence);
            occurrence.file(person("member"), NOW.minus(Duration.ofDays(filedDaysAgo)));
        });
    }
}
