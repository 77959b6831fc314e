package org.closecall.postmortem;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReviewsTest {

    Browser member;
    long number;

    @BeforeEach
    void start() {
        Fixtures.organisation();
        member = Browser.as("member");
        number = Draft.started(member, Kind.INCIDENT, "Disk full");
    }

    @Test
    void whoIsAskedFindsItOnTheDesk() {
        ask("other", "Look at the <impact>").then().statusCode(303).header("Location", endsWith(path("/review")));
        assertEquals(State.IN_REVIEW, state());
        var other = Browser.as("other");
        other.get("/").then().body(allOf(containsString("Review the postmortem: Disk full"), containsString("Look at the &lt;impact&gt;"), containsString("asked by Mia Member")));
        member.get("/").then().body(allOf(not(containsString("Review the postmortem")), containsString("in review")));
        member.get(path("/edit")).then().body(allOf(containsString("Otto Other"), containsString("in review")));
        member.get("/occurrences/" + number + "/history").then().body(allOf(containsString("asked Otto Other for a review"), containsString("Look at the")));
        other.post(path("/verdict"), "verdict", "APPROVED", "text", "").then().statusCode(303);
        other.get("/").then().body(not(containsString("Review the postmortem")));
    }

    @Test
    void askedTwiceItWaitsOnceAndAskedAgainItWaitsAgain() {
        ask("other", "");
        ask("other", "");
        assertEquals(1, ReviewInvitation.count());
        var other = Browser.as("other");
        other.post(path("/verdict"), "verdict", "CHANGES", "text", "Say how many").then().statusCode(303);
        ask("other", "Now it says so");
        other.get("/").then().body(containsString("Now it says so"));
        member.get("/occurrences/" + number + "/history").then().body(allOf(containsString("asked again Otto Other"), containsString("Say how many")));
    }

    @Test
    void aReviewerMayChangeTheirMindAndHoldsNothingUp() {
        ask("other", "");
        var other = Browser.as("other");
        for (var i = 0; i < 2; i++) {
            other.post(path("/verdict"), "verdict", "CHANGES", "text", "Say *how many*").then().statusCode(303);
        }
        assertEquals(1, ReviewVerdict.count());
        member.get(path("")).then().body(allOf(containsString("asks for changes"), containsString("<em>how many</em>")));
        other.get(path("/verdict")).then().body(allOf(containsString("value=\"CHANGES\" checked"), containsString("Say *how many*")));
        other.post(path("/verdict"), "verdict", "APPROVED", "text", "").then().statusCode(303);
        member.get(path("/review")).then().body(allOf(containsString("approves"), not(containsString("asks for changes"))));
        other.post(path("/verdict"), "verdict", "CHANGES", "text", "Still").then().statusCode(303);
        Draft.publish(member, number);
        assertEquals(State.PUBLISHED, state());
        member.post(path("/withdrawal"));
        assertEquals(State.DRAFT, state());
    }

    @Test
    void whatWasSaidStaysOnceItIsPublished() {
        ask("other", "");
        ask("administrator", "");
        Browser.as("other").post(path("/verdict"), "verdict", "CHANGES", "text", "Say *how many*").then().statusCode(303);
        member.get(path("/review")).then().body(not(containsString("Earlier reviews")));
        Draft.publish(member, number);
        member.get(path("/review")).then().statusCode(200).body(allOf(containsString("Earlier reviews"), containsString("Otto Other"), containsString("asks for changes"),
                containsString("<em>how many</em>"), containsString("Nothing was said until it was published"), not(containsString("Take it back"))));
        ask("other", "Better now?");
        Browser.as("other").post(path("/verdict"), "verdict", "APPROVED", "text", "Now it says").then().statusCode(303);
        Draft.save(member, number, "impact", "41 requests").then().statusCode(303);
        Draft.publish(member, number);
        member.get(path("/review")).then().body(allOf(containsString("Now it says"), not(containsString("<em>how many</em>"))));
    }

    @Test
    void whoIsNoLongerAskedAndSaidNothingIsNotListed() {
        ask("other", "");
        member.post(path("/review/removal")).then().statusCode(303);
        Draft.publish(member, number);
        member.get(path("/review")).then().body(not(containsString("Earlier reviews")));
    }

    @Test
    void whoWasNotAskedMayReviewToo() {
        Browser.as("other").post(path("/verdict"), "verdict", "APPROVED", "text", "Clear").then().statusCode(303);
        member.get(path("/review")).then().body(allOf(containsString("Otto Other"), containsString("Clear")));
    }

    @Test
    void takenBackItIsADraftAgain() {
        ask("other", "");
        ask("administrator", "");
        var id = QuarkusTransaction.requiringNew().call(() -> ReviewInvitation.<ReviewInvitation>findAll().firstResult().id);
        member.post(path("/review/invitations/" + id + "/removal")).then().statusCode(303);
        assertEquals(State.IN_REVIEW, state());
        member.post(path("/review/invitations/" + id + "/removal")).then().statusCode(404);
        member.post(path("/review/removal")).then().statusCode(303);
        assertEquals(State.DRAFT, state());
        member.get("/occurrences/" + number + "/history").then().body(containsString("no longer asks Ada Administrator for a review"));
    }

    @Test
    void keepsTheTextOfARefusedForm() {
        member.post(path("/review"), "word", "Look <here>").then().statusCode(422).body(allOf(containsString("Whom do you ask?"), containsString("Look &lt;here&gt;")));
        ask("viewer", "").then().statusCode(422);
        member.post(path("/review"), "reviewers", "x", "word", "y".repeat(1_001)).then().statusCode(422).body(containsString("At most 1,000 characters"));
        member.post(path("/verdict"), "verdict", "CHANGES", "text", " ").then().statusCode(422).body(allOf(containsString("What should change?"), containsString("value=\"CHANGES\" checked")));
        member.post(path("/verdict"), "verdict", "x", "text", "Kept").then().statusCode(422).body(allOf(containsString("Choose one of the two"), containsString("Kept")));
    }

    @Test
    void othersMayNotReview() {
        var viewer = Browser.as("viewer");
        viewer.get(path("/review")).then().statusCode(403);
        viewer.post(path("/verdict"), "verdict", "APPROVED", "text", "").then().statusCode(403);
        viewer.post(path("/review"), "reviewers", "2").then().statusCode(403);
        Browser.visitor().get(path("/review")).then().statusCode(302);
        member.forge(path("/review")).then().statusCode(400);
        member.get("/occurrences/77/postmortem/review").then().statusCode(404);
        member.get(path("/review/removal")).then().statusCode(405);
    }

    private io.restassured.response.Response ask(String who, String word) {
        return member.post(path("/review"), "reviewers", Fixtures.person(who).id.toString(), "word", word);
    }

    private String path(String more) {
        return Draft.path(number) + more;
    }

    private State state() {
        return QuarkusTransaction.requiringNew().call(() -> Postmortem.of(Occurrence.numbered(number)).state());
    }
}
