package org.closecall.postmortem;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CommentsTest {

    Browser member;
    Browser other;
    long number;

    @BeforeEach
    void start() {
        Fixtures.organisation();
        member = Browser.as("member");
        other = Browser.as("other");
        number = Draft.started(member, Kind.INCIDENT, "Disk full");
        Draft.save(member, number, "summary", "Short.", "impact", "None.").then().statusCode(303);
    }

    @Test
    void standBesideWhatTheyAreAbout() {
        comment(other, "impact", "", "How many, <really>?").then().statusCode(303).header("Location", endsWith(path("/comments#comment-1")));
        for (var page : new String[] {"", "/edit", "/comments"}) {
            member.get(path(page)).then().statusCode(200).body(allOf(containsString("How many, &lt;really&gt;?"), containsString("Otto Other")));
        }
        member.get("/occurrences/" + number + "/history").then().body(allOf(containsString("commented on “Impact”"), containsString("really")));
    }

    @Test
    void whoIsNamedHearsOfIt() {
        comment(other, "impact", "", "@Mia Member and @other, `@nobody` knows");
        member.get(path("/comments")).then().body(containsString("<strong>&#64;Mia Member</strong>"));
        member.get("/inbox").then().body(containsString("Otto Other points you to a comment on the postmortem of #" + number));
        member.post("/inbox/1/reading").then().statusCode(303).header("Location", endsWith(path("/comments#comment-1")));
        other.get("/inbox").then().body(not(containsString("points you to a comment")));
        comment(member, "", "1", "Thanks, @other");
        other.get("/inbox").then().body(containsString("Mia Member points you to a comment"));
    }

    @Test
    void areAnsweredResolvedAndOpenedAgain() {
        comment(other, "", "", "Who reads this?");
        comment(member, "impact", "1", "Everybody on call.").then().statusCode(303);
        assertEquals(null, first().place);
        member.get(path("/comments")).then().body(allOf(containsString("Everybody on call."), containsString("1 open")));
        for (var i = 0; i < 2; i++) {
            member.post(path("/comments/1/resolution"), "back", path("")).then().statusCode(303).header("Location", endsWith(path("#comment-1")));
        }
        member.get(path("/comments")).then().body(allOf(containsString("Resolved by Mia Member"), containsString("0 open"), containsString("Open again")));
        member.get(path("/edit")).then().body(allOf(containsString("All are resolved."), not(containsString("Who reads this?"))));
        other.post(path("/comments/1/reopening"), "back", "//elsewhere.example").then().statusCode(303).header("Location", endsWith("/#comment-1"));
        member.get(path("/edit")).then().body(containsString("Who reads this?"));
        member.get("/occurrences/" + number + "/history").then().body(allOf(containsString("answered a comment on the postmortem"), containsString("resolved a comment on the postmortem"), containsString("opened a comment again on the postmortem")));
    }

    @Test
    void areAnsweredAndResolvedWhileWriting() {
        comment(other, "impact", "", "How many?");
        member.get(path("/edit")).then().body(containsString("name=\"resolve\" value=\"1\""));
        var key = member.field("key.answer.1");
        for (var i = 0; i < 2; i++) {
            member.post(path("/sections/impact"), "impact", "Nine.", "was.impact", Texts.stamp("None."), "key.answer.1", key, "answer.1", "All of <them>").then().statusCode(303).header("Location", endsWith("/edit#impact"));
        }
        assertEquals(2, ReviewComment.count());
        assertEquals("Nine.", Draft.body(number, "impact"));
        member.post(path("/sections/impact"), "impact", "Ten.", "was.impact", Texts.stamp("Nine."), "answer.1", " ", "resolve", "1").then().statusCode(303);
        member.get(path("/comments")).then().body(allOf(containsString("All of &lt;them&gt;"), containsString("Resolved by Mia Member")));
        member.post(path("/sections"), "resolve", "77", "answer.77", "x", "answer.x", "x").then().statusCode(303);
        assertEquals(2, ReviewComment.count());
    }

    @Test
    void sentTwiceItStandsOnce() {
        other.get(path("/comments"));
        var key = other.key();
        for (var i = 0; i < 2; i++) {
            other.post(path("/comments"), "key", key, "on", "impact", "comment", "Once").then().statusCode(303).header("Location", endsWith("#comment-1"));
        }
        assertEquals(1, ReviewComment.count());
    }

    @Test
    void keepsTheTextOfARefusedForm() {
        comment(other, "nonsense", "", "Kept").then().statusCode(422).body(allOf(containsString("Choose one of these"), containsString("Kept")));
        comment(other, "impact", "", " ").then().statusCode(422).body(allOf(containsString("What would you like to say?"), containsString("value=\"impact\" selected")));
        comment(other, "impact", "", "y".repeat(5_001)).then().statusCode(422).body(containsString("At most 5,000 characters"));
    }

    @Test
    void readersSeeNoneOfThem() {
        comment(other, "impact", "", "Between us");
        Draft.publish(member, number);
        var viewer = Browser.as("viewer");
        viewer.get(path("")).then().statusCode(200).body(not(containsString("Between us")));
        viewer.get(path("/comments")).then().statusCode(403);
        viewer.post(path("/comments"), "on", "impact", "comment", "x").then().statusCode(403);
        viewer.get("/occurrences/" + number + "/history").then().body(not(containsString("Between us")));
        Browser.visitor().get(path("/comments")).then().statusCode(302);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        comment(other, "impact", "77", "x").then().statusCode(404);
        other.post(path("/comments/77/resolution")).then().statusCode(404);
        other.post(path("/comments/77/reopening")).then().statusCode(404);
        other.get("/occurrences/77/postmortem/comments").then().statusCode(404);
        other.get(path("/comments/1/resolution")).then().statusCode(405);
        other.forge(path("/comments")).then().statusCode(400);
        comment(other, "impact", "", "x");
        comment(other, "impact", "1", "answer");
        other.post(path("/comments/2/resolution")).then().statusCode(404);
    }

    private Response comment(Browser by, String on, String answers, String text) {
        by.get(path("/comments"));
        return by.post(path("/comments"), "key", by.key(), "on", on, "answers", answers, "comment", text, "back", "");
    }

    private static ReviewComment first() {
        return QuarkusTransaction.requiringNew().call(() -> ReviewComment.findById(1L));
    }

    private String path(String more) {
        return Draft.path(number) + more;
    }
}
