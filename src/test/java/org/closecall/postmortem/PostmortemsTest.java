package org.closecall.postmortem;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.stream.IntStream;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.closecall.occurrence.EntryKind;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.TimelineEntry;
import org.closecall.review.Review;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PostmortemsTest {

    Browser member;
    Browser viewer;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        member = Browser.as("member");
        viewer = Browser.as("viewer");
    }

    @Test
    void offersTheTemplateThatSuitsTheKind() {
        member.get(Draft.path(Draft.occurrence(Kind.INCIDENT, "Disk full"))).then().statusCode(200).body(containsString("value=\"FULL\" checked"));
        member.get(Draft.path(Draft.occurrence(Kind.HAZARD, "One DNS provider"))).then().statusCode(200).body(containsString("value=\"LIGHT\" checked"));
    }

    @Test
    void startsOneAndOnlyOne() {
        var number = Draft.occurrence(Kind.INCIDENT, "Disk full");
        member.get(Draft.path(number));
        member.post(Draft.path(number), "template", "LIGHT").then().statusCode(303).header("Location", endsWith(Draft.path(number) + "/edit"));
        member.post(Draft.path(number), "template", "FULL").then().statusCode(303).header("Location", endsWith(Draft.path(number) + "/edit"));
        member.get(Draft.path(number) + "/edit").then().statusCode(200).body(allOf(containsString("What almost happened"), not(containsString("Why were we surprised?"))));
        assertEquals(1, Postmortem.count());
    }

    @Test
    void refusesATemplateThatIsNone() {
        var number = Draft.occurrence(Kind.INCIDENT, "Disk full");
        member.post(Draft.path(number), "template", "HUGE").then().statusCode(422).body(containsString("Choose one of these"));
    }

    @Test
    void showsEverySectionWithItsQuestion() {
        var number = Draft.started(member, Kind.INCIDENT, "Disk full");
        var page = member.get(Draft.path(number) + "/edit").then().statusCode(200).extract().asString();
        for (var section : QuarkusTransaction.requiringNew().call(() -> TemplateVersion.builtIn(Review.FULL).sections())) {
            assertTrue(page.contains("name=\"" + section.key() + "\"") && page.contains(section.guidance()), section.key());
        }
        assertTrue(page.contains("0 of 14 sections written"));
    }

    @Test
    void draftsAreForMembersOnly() {
        var number = Draft.started(member, Kind.INCIDENT, "Disk full");
        Draft.save(member, number, "summary", "The disk was full.");
        Browser.as("other").get(Draft.path(number)).then().statusCode(200).body(allOf(containsString("A draft."), containsString("The disk was full.")));
        viewer.get(Draft.path(number)).then().statusCode(404).body(not(containsString("The disk was full.")));
        viewer.get("/occurrences/" + number + "/history").then().statusCode(200).body(not(containsString("The disk was full.")));
        member.get("/occurrences/" + number + "/history").then().body(containsString("The disk was full."));
        viewer.get(Draft.path(number) + "/edit").then().statusCode(403);
        viewer.get(Draft.path(Draft.occurrence(Kind.HAZARD, "Nothing written"))).then().statusCode(404);
    }

    @Test
    void everybodyReadsWhatIsPublished() {
        var number = Draft.started(member, Kind.INCIDENT, "Disk full");
        Draft.save(member, number, "title", "Nobody counted the rows", "summary", "The disk was full.\n\nAnd nobody knew.", "prevent", "Count *rows*.");
        Draft.addFactor(member, number, "Two caches were empty");
        Draft.publish(member, number);
        viewer.get(Draft.path(number)).then().statusCode(200)
                .body("html.head.title", is("Nobody counted the rows · Closecall"))
                .body(allOf(containsString("<div class=\"read__lead\"><p>The disk was full.</p>"), containsString("And nobody knew."), containsString("Count <em>rows</em>."),
                        containsString("Two caches were empty"), containsString("Written by Mia Member"), containsString("Enough for a test"),
                        containsString("state--published"), not(containsString("/edit\"")), not(containsString("Why were we surprised?"))));
    }

    @Test
    void markdownComesOutHarmless() {
        var number = Draft.started(member, Kind.INCIDENT, "Disk full");
        var evil = "<script>alert(1)</script> <img src=x onerror=alert(2)> [a](javascript:alert(3)) <a href=\"data:text/html,x\" onclick=\"x()\">b</a> <iframe src=//x></iframe> <p style=\"position:fixed\">c</p>";
        Draft.save(member, number, "summary", evil, "impact", evil, "trigger", evil, "title", "<b>Bold</b>");
        member.get(Draft.path(number) + "/factors/new");
        member.post(Draft.path(number) + "/factors", "key", member.key(), "category", "1", "text", evil, "howKnown", evil);
        for (var page : new String[] {"", "/edit"}) {
            member.get(Draft.path(number) + page).then().statusCode(200)
                    .body(allOf(not(containsString("<script>alert")), not(containsString("<img")), not(containsString("href=\"javascript")), not(containsString("href=\"data")),
                            not(containsString("<iframe")), not(containsString("<p style")), not(containsString("<b>Bold")), containsString("&lt;b&gt;Bold")));
        }
    }

    @Test
    void showsTheActionsOfTheRecordInTheirPlace() {
        var number = Draft.started(member, Kind.INCIDENT, "Disk full");
        member.get(Draft.path(number)).then().body(not(containsString("id=\"actions\"")));
        Draft.addAction(number, "Count <rows> nightly");
        for (var page : new String[] {"", "/edit"}) {
            member.get(Draft.path(number) + page).then().statusCode(200).body(allOf(containsString("Count &lt;rows&gt; nightly"), containsString("Detect sooner")));
        }
    }

    @Test
    void visitorsSignInFirst() {
        var number = Draft.started(member, Kind.INCIDENT, "Disk full");
        Browser.visitor().get(Draft.path(number)).then().statusCode(302).header("Location", containsString("/sign-in"));
    }

    @Test
    void whoMayNotWriteIsTold() {
        var number = Draft.occurrence(Kind.INCIDENT, "Disk full");
        viewer.post(Draft.path(number)).then().statusCode(403);
        assertEquals(0, Postmortem.count());
    }

    @Test
    void whatIsNotThereIsNotFound() {
        member.get("/occurrences/77/postmortem").then().statusCode(404);
        member.get("/occurrences/x/postmortem").then().statusCode(404);
        member.get(Draft.path(Draft.occurrence(Kind.INCIDENT, "Disk full")) + "/edit").then().statusCode(404);
        member.post("/occurrences/77/postmortem").then().statusCode(404);
    }

    @Test
    void forgedFormsAreRefused() {
        member.forge(Draft.path(Draft.occurrence(Kind.INCIDENT, "Disk full"))).then().statusCode(400);
        assertEquals(0, Postmortem.count());
    }

    private static void addEntries(long number, int count) {
        QuarkusTransaction.requiringNew().run(() -> IntStream.range(0, count).forEach(i -> {
            var entry = new TimelineEntry();
            entry.at = Instant.now().minusSeconds(i);
            entry.kind = EntryKind.ACTION;
            entry.text = "Entry " + i;
            entry.add(Occurrence.numbered(number), Fixtures.person("member"), Instant.now());
        }));
    }

    @Test
    void asksTheDatabaseTheSameHoweverMuchIsWritten() {
        var small = Draft.started(member, Kind.INCIDENT, "Disk full");
        var large = Draft.started(member, Kind.INCIDENT, "Disk full again");
        Draft.complete(member, large);
        for (var i = 0; i < 5; i++) {
            Draft.addFactor(member, large, "Factor " + i);
            Draft.addAction(large, "Action " + i);
        }
        Draft.complete(member, small);
        Draft.addAction(small, "Action");
        addEntries(small, 1);
        addEntries(large, 300);
        for (var page : new String[] {"", "/edit"}) {
            member.get(Draft.path(large) + page);
            var few = Statements.during(() -> member.get(Draft.path(small) + page));
            var many = Statements.during(() -> member.get(Draft.path(large) + page));
            assertTrue(many <= few + 1, many + " statements instead of " + few);
        }
    }
}
