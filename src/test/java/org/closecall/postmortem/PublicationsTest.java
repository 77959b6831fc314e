package org.closecall.postmortem;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.action.ActionItem;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Occurrence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublicationsTest {

    Browser member;
    long number;

    @BeforeEach
    void start() {
        Fixtures.organisation();
        member = Browser.as("member");
        number = Draft.started(member, Kind.INCIDENT, "Disk full");
    }

    @Test
    void publishesWhatIsComplete() {
        Draft.complete(member, number);
        Draft.addAction(number, "Count rows");
        member.get(publication()).then().body(containsString("A time for these moments, or that it is unknown: mitigated, resolved"));
        promise();
        member.get(publication()).then().statusCode(200).body(not(containsString("name=\"because\"")));
        member.post(publication()).then().statusCode(303).header("Location", endsWith(Draft.path(number)));
        assertNotNull(postmortem().publishedAt);
        assertNull(postmortem().waivedBecause);
        member.get("/occurrences/" + number + "/history").then().body(containsString("published the postmortem"));
    }

    @Test
    void saysWhatIsMissing() {
        Draft.save(member, number, "summary", "Short.");
        member.get(publication()).then().statusCode(200).body(allOf(containsString("aria-label=\"done\""), containsString("At least one contributing factor"), containsString("At least one action")));
        member.post(publication(), "because", " ").then().statusCode(422).body(containsString("Something is still missing"));
        assertNull(postmortem().publishedAt);
    }

    @Test
    void anyMemberWaivesTheRestWithAReason() {
        Draft.complete(member, number);
        Browser.as("other").post(publication(), "because", "The vendor has mended it").then().statusCode(303);
        assertEquals("The vendor has mended it", postmortem().waivedBecause);
        member.get(Draft.path(number)).then().body(containsString("The vendor has mended it"));
        member.get("/occurrences/" + number + "/history").then().body(containsString("The vendor has mended it"));
    }

    @Test
    void keepsAReasonThatIsTooLong() {
        var reason = "y".repeat(2_001);
        member.post(publication(), "because", reason).then().statusCode(422).body(allOf(containsString("At most 2,000 characters"), containsString(reason)));
    }

    @Test
    void everyActionNeedsAnOwnerAndADay() {
        Draft.complete(member, number);
        Draft.addAction(number, "Count rows");
        promise();
        Draft.addAction(number, "Nobody’s");
        member.get(publication()).then().body(containsString("label=\"still missing\""));
        member.post(publication(), "because", "").then().statusCode(422).body(containsString("Every action has an owner"));
    }

    @Test
    void openCommentsAndReviewersAreNamedAndHoldNothingUp() {
        member.post(Draft.path(number) + "/comments", "on", "", "comment", "Still?").then().statusCode(303);
        member.post(Draft.path(number) + "/verdict", "verdict", "CHANGES", "text", "More").then().statusCode(303);
        member.get(publication()).then().body(allOf(containsString("1 comment is open"), containsString("Mia Member asks for changes")));
        Draft.publish(member, number);
    }

    @Test
    void publishedTwiceItKeepsItsFirstDate() {
        Draft.publish(member, number);
        var first = postmortem().publishedAt;
        Draft.publish(member, number);
        assertEquals(first, postmortem().publishedAt);
        member.get(publication()).then().statusCode(303).header("Location", endsWith(Draft.path(number)));
    }

    @Test
    void withdrawnItIsADraftAgain() {
        Draft.publish(member, number);
        var viewer = Browser.as("viewer");
        viewer.get(Draft.path(number)).then().statusCode(200);
        for (var i = 0; i < 2; i++) {
            Browser.as("other").post(Draft.path(number) + "/withdrawal").then().statusCode(303).header("Location", endsWith("/edit"));
        }
        viewer.get(Draft.path(number)).then().statusCode(404);
        viewer.get("/library").then().body(containsString("No lesson has been published yet"));
    }

    @Test
    void othersMayNotPublish() {
        var viewer = Browser.as("viewer");
        viewer.get(publication()).then().statusCode(403);
        viewer.post(publication(), "because", "x").then().statusCode(403);
        viewer.post(Draft.path(number) + "/withdrawal").then().statusCode(403);
        Browser.visitor().get(publication()).then().statusCode(302);
        member.forge(publication()).then().statusCode(400);
        assertNull(postmortem().publishedAt);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        member.get("/occurrences/77/postmortem/publication").then().statusCode(404);
        member.post("/occurrences/77/postmortem/publication").then().statusCode(404);
        member.post("/occurrences/77/postmortem/withdrawal").then().statusCode(404);
        member.post(Draft.path(Draft.occurrence(Kind.HAZARD, "Not begun")) + "/publication", "because", "x").then().statusCode(404);
    }

    @Test
    void withdrawalTakesFormsNotVisits() {
        member.get(Draft.path(number) + "/withdrawal").then().statusCode(405);
    }

    /** Gives every action an owner and a day, and every moment a time or none. */
    private void promise() {
        QuarkusTransaction.requiringNew().run(() -> {
            var occurrence = Occurrence.numbered(number);
            occurrence.mitigated = Moment.UNKNOWN;
            occurrence.resolved = Moment.UNKNOWN;
            ActionItem.of(occurrence).forEach(action -> {
                action.owner = Fixtures.person("member");
                action.dueOn = LocalDate.parse("2030-01-01");
            });
        });
    }

    private String publication() {
        return Draft.path(number) + "/publication";
    }

    private Postmortem postmortem() {
        return QuarkusTransaction.requiringNew().call(() -> Postmortem.of(Occurrence.numbered(number)));
    }
}
