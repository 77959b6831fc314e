package org.closecall.postmortem;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MeetingsTest {

    private static final String AWKWARD = "Ärger; mit, \\allem\\ und 🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂 noch mehr, damit die Zeile sicher länger ist als fünfundsiebzig";

    Browser member;
    long number;

    @BeforeEach
    void start() {
        Fixtures.organisation();
        member = Browser.as("member");
        number = Draft.started(member, Kind.INCIDENT, AWKWARD);
    }

    @Test
    void goesIntoCalendars() {
        member.post(path("/review"), "reviewers", Fixtures.person("other").id.toString(), "word", "");
        set("", "2027-01-15T10:00", "", "45", "Room 2; left, door").then().statusCode(303);
        var answer = member.get(path("/meeting.ics"));
        answer.then().statusCode(200).contentType("text/calendar").header("Content-Disposition", containsString("postmortem-" + number + ".ics"));
        var file = file();
        assertEquals("20270115T090000Z", file.raw("DTSTART"));
        assertEquals("20270115T094500Z", file.raw("DTEND"));
        assertEquals("0", file.raw("SEQUENCE"));
        assertEquals("CONFIRMED", file.raw("STATUS"));
        assertEquals("Review of the postmortem of #" + number + ": " + AWKWARD, file.text("SUMMARY"));
        assertEquals("Room 2; left, door", file.text("LOCATION"));
        assertTrue(file.text("DESCRIPTION").endsWith("/occurrences/" + number + "/postmortem\nReviewers: Otto Other"), file.text("DESCRIPTION"));
        Browser.as("other").get(path("")).then().body(allOf(containsString("Review meeting"), containsString("Room 2; left, door"), containsString("/meeting.ics")));
        member.get("/occurrences/" + number + "/history").then().body(containsString("set the review meeting"));
    }

    @Test
    void movedOrCancelledItIsTheSameEventWithAHigherSequence() {
        set("", "2027-01-15T10:00", "", "45", "");
        var first = file();
        set("0", "2027-07-15T10:00", "", "45", "").then().statusCode(303);
        var moved = file();
        assertEquals(first.raw("UID"), moved.raw("UID"));
        assertEquals("1", moved.raw("SEQUENCE"));
        assertEquals("20270715T080000Z", moved.raw("DTSTART"));
        assertNotEquals(first.raw("DTSTART"), moved.raw("DTSTART"));
        set("1", "2027-07-15T10:00", "", "45", "").then().statusCode(303);
        assertEquals("1", file().raw("SEQUENCE"));
        member.post(path("/meeting/removal")).then().statusCode(303);
        assertEquals("CANCELLED", file().raw("STATUS"));
        assertEquals("2", file().raw("SEQUENCE"));
        member.get(path("/review")).then().body(allOf(containsString("cancelled by Mia Member"), containsString("Set a meeting")));
        set("2", "2027-07-16T10:00", "", "45", "").then().statusCode(303);
        assertEquals("CONFIRMED", file().raw("STATUS"));
        assertEquals(first.raw("UID"), file().raw("UID"));
    }

    @Test
    void asksWhichOfTwoAndRefusesWhatNeverWas() {
        set("", "2027-10-31T02:30", "", "45", "").then().statusCode(422).body(containsString("came twice that night"));
        set("", "2027-10-31T02:30", "SECOND", "45", "").then().statusCode(303);
        assertEquals("20271031T013000Z", file().raw("DTSTART"));
        set("0", "2027-03-28T02:30", "", "45", "").then().statusCode(422).body(containsString("did not exist that night"));
    }

    @Test
    void keepsWhatTwoPeopleWrote() {
        set("", "2027-01-15T10:00", "", "45", "Theirs");
        set("", "2027-01-16T10:00", "", "45", "Mine").then().statusCode(409).body(allOf(containsString("Theirs"), containsString("value=\"Mine\""), containsString("name=\"sequence\" value=\"0\"")));
    }

    @Test
    void keepsTheTextOfARefusedForm() {
        set("", "", "", "4", "Room 2").then().statusCode(422).body(allOf(containsString("When is it?"), containsString("A number of minutes from 5 to 600"), containsString("value=\"Room 2\"")));
        set("", "x", "", "601", "").then().statusCode(422).body(containsString("Write it as a date and a time"));
    }

    @Test
    void othersMayNotMeet() {
        var viewer = Browser.as("viewer");
        viewer.get(path("/meeting")).then().statusCode(403);
        viewer.get(path("/meeting.ics")).then().statusCode(403);
        viewer.post(path("/meeting"), "at", "2027-01-15T10:00").then().statusCode(403);
        Browser.visitor().get(path("/meeting.ics")).then().statusCode(302);
        member.get(path("/meeting.ics")).then().statusCode(404);
        member.post(path("/meeting/removal")).then().statusCode(404);
        member.get(path("/meeting/removal")).then().statusCode(405);
        member.get(path("/review")).then().body(not(containsString("meeting.ics")));
    }

    private Response set(String sequence, String at, String side, String minutes, String place) {
        return member.post(path("/meeting"), "sequence", sequence, "at", at, "side", side, "minutes", minutes, "place", place);
    }

    private CalendarFile file() {
        return CalendarFile.read(new String(member.get(path("/meeting.ics")).asByteArray(), java.nio.charset.StandardCharsets.UTF_8));
    }

    private String path(String more) {
        return Draft.path(number) + more;
    }
}
