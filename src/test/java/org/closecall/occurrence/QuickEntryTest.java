package org.closecall.occurrence;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One line, Enter, next. */
@QuarkusTest
class QuickEntryTest {

    private static final String RECORD = "/occurrences/1";

    Browser member;

    @BeforeEach
    void file() {
        Fixtures.organisation();
        member = Browser.as("member");
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "INCIDENT", "narrative", "Something broke.", "over", "NO", "noticed", "2026-01-05T10:00").then().statusCode(303);
    }

    @Test
    void aTimeLeftAsItWasOfferedIsNow() {
        member.get(RECORD).then().body(containsString("Left as it is: now"));
        assertEquals(member.field("at"), member.field("offered"));
        add("at", "2026-01-05T10:07", "offered", "2026-01-05T10:07", "text", "Hours after the page was opened").then().header("Location", endsWith(RECORD + "?kind=OBSERVATION#text"));
        assertTrue(Duration.between(entry().at, Instant.now()).toMinutes() < 5, entry().at.toString());
        member.get(RECORD + "?kind=OBSERVATION");
        assertEquals(member.field("at"), member.field("offered"));
    }

    @Test
    void theNextLineGoesOnWithKindAndTimeOfOnesOwn() {
        var next = add("at", "2026-01-05T10:05", "offered", "2026-01-05T11:00", "kind", "DECISION", "text", "Roll back").then().header("Location", endsWith(RECORD + "?kind=DECISION&at=2026-01-05T09:05:00Z#text")).extract().header("Location");
        member.get(next.substring(next.indexOf(RECORD)).replace("#text", "")).then().body(allOf(containsString("value=\"DECISION\" selected"), containsString(">Now instead</a>")));
        assertEquals("2026-01-05T10:05", member.field("at"));
        assertEquals("", member.field("offered"));
        for (var junk : new String[] {"at=2999-01-01T00:00:00Z", "at=%3Cscript%3E", "at=", "at=-1000000000-01-01T00:00:00Z", "kind=WRONG"}) {
            member.get(RECORD + "?" + junk).then().statusCode(200).body(containsString("value=\"OBSERVATION\" selected"));
            assertEquals(member.field("at"), member.field("offered"));
        }
    }

    @Test
    void whatIsOverIsReconstructedFromItsLastLineOn() {
        member.post(RECORD + "/moments", "name", "RESOLVED").then().statusCode(303);
        member.get(RECORD).then().body(not(containsString("Now instead")));
        assertEquals("2026-01-05T10:00", member.field("at"));
        assertEquals("", member.field("offered"));
        add("at", "2025-12-31T10:20", "text", "Earlier than all").then().statusCode(303);
        add("at", "2026-01-05T10:20", "text", "Last").then().statusCode(303);
        member.get(RECORD);
        assertEquals("2026-01-05T10:20", member.field("at"));
    }

    @Test
    void theYearIsSaidOfAnyOtherYear() {
        add("at", "2024-12-31T10:20", "text", "Long ago");
        member.get(RECORD).then().body(containsString("<span class=\"tiny\">31 Dec 2024</span>"));
    }

    @Test
    void aLineIsTakenBackAtOnce() {
        add("at", "2026-01-05T10:05", "text", "Wrong record");
        member.get(RECORD).then().body(allOf(containsString("The line is added."), containsString("action=\"/occurrences/1/timeline/" + entry().id + "/removal\"")));
        member.post(RECORD + "/timeline/" + entry().id + "/removal").then().statusCode(303);
        member.get(RECORD).then().body(not(containsString("Wrong record")));
    }

    @Test
    void theSameLineSentAgainIsThereAlready() {
        add("at", "2026-01-05T10:05", "kind", "ACTION", "text", "Restarted it");
        member.get(RECORD);
        add("at", "2026-01-05T10:05", "kind", "ACTION", "text", " Restarted it ").then().statusCode(303);
        member.get(RECORD).then().body(containsString("That line is already there."));
        assertEquals(1, TimelineEntry.count());
        add("at", "2026-01-05T10:06", "kind", "ACTION", "text", "Restarted it");
        add("at", "2026-01-05T10:05", "kind", "SIGNAL", "text", "Restarted it");
        add("at", "2026-01-05T10:05", "kind", "ACTION", "text", "Restarted it", "evidence", "https://example.org/log");
        Browser.as("other").post(RECORD + "/timeline", "at", "2026-01-05T10:05", "kind", "ACTION", "text", "Restarted it");
        assertEquals(5, TimelineEntry.count());
    }

    @Test
    void whatIsSentToARemovedRecordComesBackToBeCopied() {
        member.get(RECORD);
        Browser.as("other").post(RECORD + "/removal").then().statusCode(303);
        var written = allOf(containsString("Otto Other removed this record"), containsString("<a href=\"/occurrences/1\">Open #1</a>"), containsString("Half &lt;b&gt; a line"));
        add("at", "2026-01-05T10:05", "kind", "ACTION", "text", "Half <b> a line").then().statusCode(409).body(allOf(written, not(containsString("ACTION"))));
        member.post(RECORD + "/updates", "note", "Half <b> a line").then().statusCode(409).body(written);
        member.post(RECORD + "/references", "url", "https://example.org", "title", "Half <b> a line").then().statusCode(409).body(written);
        member.post(RECORD + "/paste-previews", "pasted", "14:02 Half <b> a line").then().statusCode(409).body(written);
        member.post(RECORD + "/roles", "role", "OTHER", "other", "Half <b> a line", "person", "1").then().statusCode(409).body(written);
        member.post(RECORD + "/moments", "name", "RESOLVED").then().statusCode(409);
        member.upload(RECORD + "/attachments", "files", "half.txt", "x").then().statusCode(409).body(containsString("half.txt"));
        assertEquals(0, TimelineEntry.count());
        Browser.as("viewer").post(RECORD + "/timeline", "text", "x").then().statusCode(403);
        member.post("/occurrences/77/timeline", "text", "x").then().statusCode(404);
    }

    private Response add(String... fields) {
        return member.post(RECORD + "/timeline", Stream.concat(Arrays.stream(fields), Stream.of("later", "")).toArray(String[]::new));
    }

    private static TimelineEntry entry() {
        return TimelineEntry.<TimelineEntry>findAll().firstResult();
    }
}
