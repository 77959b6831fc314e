package org.closecall.library;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.Moment;
import org.closecall.postmortem.PublishedLesson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RereadingsTest {

    Browser member;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        member = Browser.as("member");
    }

    @Test
    void theAuthorIsAskedAfterThirtyDaysAndAgainAfterHalfAYear() {
        lesson("Too fresh", 29);
        var number = lesson("A month old", 31);
        lesson("Half a year old", 200);
        member.get("/").then().body(allOf(containsString("Still true? A month old"), containsString("Still true? Half a year old"), not(containsString("Still true? Too fresh"))));
        Browser.as("other").get("/").then().body(not(containsString("Still true?")));
        member.get(path(number)).then().statusCode(200).body(containsString("Still true</button>"));
        member.post(path(number), "holds", "yes", "note", "The <b>breaker</b> held twice").then().statusCode(303).header("Location", endsWith("/postmortem"));
        member.post(path(number), "holds", "no").then().statusCode(303);
        assertEquals(1, Rereading.count());
        member.get("/").then().body(not(containsString("Still true? A month old")));
        member.get(path(number)).then().body(allOf(containsString("Still true after 30 days"), containsString("The &lt;b&gt;breaker")));
        member.get("/occurrences/" + number + "/history").then().body(containsString("read the postmortem again"));
    }

    @Test
    void whatIsNoLongerTrueLeadsToWriting() {
        var number = lesson("Old", 400);
        member.post(path(number), "holds", "no", "note", "").then().statusCode(303).header("Location", endsWith("/postmortem/edit"));
        member.post(path(number), "note", "kept", "holds", "perhaps").then().statusCode(422).body(allOf(containsString("Still true or not?"), containsString("kept</textarea>")));
    }

    @Test
    void isForMembersAndForWhatIsPublished() {
        var number = lesson("Old", 40);
        var draft = PublishedLesson.of("Draft", "Text", "Data", "x", null, occurrence -> { });
        member.get(path(draft)).then().statusCode(404);
        member.get(path(999)).then().statusCode(404);
        Browser.as("viewer").get(path(number)).then().statusCode(403);
        Browser.visitor().get(path(number)).then().statusCode(302);
    }

    @Test
    void theDeskRemembersThisDay() {
        var zone = ZoneId.of("Europe/Vienna");
        var today = LocalDate.now(zone);
        for (var years : new int[] {0, 1, 3}) {
            PublishedLesson.of("Years ago: " + years, "Text", "Data", "x", Instant.now(), occurrence -> occurrence.started = Moment.at(today.minusYears(years).atTime(0, 30).atZone(zone).toInstant()));
        }
        PublishedLesson.of("The day before", "Text", "Data", "x", Instant.now(), occurrence -> occurrence.started = Moment.at(today.minusYears(1).minusDays(1).atTime(23, 30).atZone(zone).toInstant()));
        var desk = member.get("/").then().statusCode(200).body(containsString("On this day")).extract().asString();
        var card = desk.substring(desk.indexOf("id=\"this-day\""));
        assertEquals(true, card.contains("Years ago: 1") && card.contains("1 year ago") && card.contains("3 years ago"));
        assertEquals(false, card.contains("Years ago: 0") || card.contains("The day before"));
    }

    private static long lesson(String title, int daysAgo) {
        return PublishedLesson.of(title, "Text", "Data", "x", Instant.now().minus(Duration.ofDays(daysAgo)), occurrence -> { });
    }

    private static String path(long number) {
        return "/occurrences/" + number + "/postmortem/rereading";
    }
}
