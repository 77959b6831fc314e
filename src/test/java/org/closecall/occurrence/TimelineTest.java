package org.closecall.occurrence;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.web.Typed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TimelineTest {

    private static final String TIMELINE = "/occurrences/1/timeline";

    Browser member;

    @BeforeEach
    void file() {
        Fixtures.organisation();
        member = Browser.as("member");
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "INCIDENT", "narrative", "Something broke.").then().statusCode(303);
    }

    @Test
    void addsALineOnceAndOrdersByTime() {
        add("2026-01-05T10:05", "Second");
        var key = add("2026-01-05T10:01", "First **bold**");
        member.post(TIMELINE, "key", key, "at", "2026-01-05T10:01", "kind", "ACTION", "text", "First **bold**", "evidence", "", "later", "").then().statusCode(303);
        var page = member.get("/occurrences/1").body().asString();
        assertEquals(2, TimelineEntry.count());
        assertTrue(page.indexOf("First <strong>bold</strong>") < page.indexOf("Second"));
    }

    @Test
    void keepsTheTextOfARefusedLine() {
        member.get("/occurrences/1");
        member.post(TIMELINE, "key", member.key(), "at", "2999-01-05T10:01", "kind", "SIGNAL", "text", "Typed", "evidence", "javascript:alert(1)").then().statusCode(422)
                .body(allOf(containsString("value=\"Typed\""), containsString("This is in the future"), containsString("begins with http")));
        assertEquals(0, TimelineEntry.count());
    }

    @Test
    void whatIsWrittenCannotRun() {
        add("2026-01-05T10:05", "<script>alert(1)</script><img src=x onerror=alert(2)></p>\n\n[x](javascript:alert(3)) <a href=\"https://example.org\" onclick=\"x\">ok</a>");
        member.get("/occurrences/1").then().body(allOf(not(containsString("alert(1)</script>")), not(containsString("<img src=x")), not(containsString("href=\"javascript")), not(containsString("<a href=\"https://example.org\" onclick")),
                containsString("https://example.org")));
    }

    @Test
    void editsALineAndKeepsItsHistory() {
        add("2026-01-05T10:05", "Before");
        member.post(TIMELINE + "/1", "version", "0", "at", "2026-01-05T10:06", "kind", "DECISION", "text", "After", "evidence", "https://example.org/graph", "later", "true").then()
                .statusCode(303).header("Location", endsWith("/occurrences/1#timeline"));
        member.get("/occurrences/1").then().body(allOf(containsString("After"), containsString("learned later"), containsString("https://example.org/graph")));
        member.get("/occurrences/1/history").then().body(allOf(containsString("Before"), containsString("edited a timeline entry")));
    }

    @Test
    void theSecondSaverOfALineSeesBoth() {
        add("2026-01-05T10:05", "Base");
        Browser.as("other").post(TIMELINE + "/1", "version", "0", "at", "2026-01-05T10:05", "kind", "ACTION", "text", "Theirs").then().statusCode(303);
        member.post(TIMELINE + "/1", "version", "0", "at", "2026-01-05T10:05", "kind", "ACTION", "text", "Mine").then().statusCode(409)
                .body(allOf(containsString("Theirs"), containsString("Mine"), containsString("name=\"version\" value=\"1\"")));
    }

    @Test
    void deletesALineAndTheHistoryKeepsIt() {
        add("2026-01-05T10:05", "Deleted line");
        member.post(TIMELINE + "/1/removal").then().statusCode(303);
        member.get("/occurrences/1").then().body(not(containsString("Deleted line")));
        member.get("/occurrences/1/history").then().body(containsString("Deleted line"));
        member.post(TIMELINE + "/1/removal").then().statusCode(303);
        member.get("/occurrences/1/timeline/1/edit").then().statusCode(404);
        member.get("/occurrences?text=deleted").then().body(not(containsString("Something broke")));
    }

    @Test
    void aDeletedLineCanBeBroughtBackAtOnce() {
        add("2026-01-05T10:05", "Deleted line");
        member.post(TIMELINE + "/1/removal").then().statusCode(303);
        member.get("/occurrences/1").then().body(allOf(containsString("The entry is removed."), containsString("action=\"/occurrences/1/timeline/1/restoration\"")));
        member.get("/occurrences/1").then().body(not(containsString("The entry is removed.")));
        member.post(TIMELINE + "/1/restoration").then().statusCode(303);
        member.post(TIMELINE + "/1/restoration").then().statusCode(303);
        member.get("/occurrences/1").then().body(allOf(containsString("Deleted line"), containsString("The entry is back.")));
        member.get("/occurrences/1/history").then().body(containsString("restored a timeline entry"));
        member.post("/occurrences/1/timeline/77/restoration").then().statusCode(404);
        Browser.as("viewer").post(TIMELINE + "/1/removal").then().statusCode(403);
    }

    @Test
    void whatWasRemovedWhileSomebodyTypedComesBackWithTheirText() {
        add("2026-01-05T10:05", "Base");
        Browser.as("other").post(TIMELINE + "/1/removal").then().statusCode(303);
        member.post(TIMELINE + "/1", "version", "0", "at", "2026-01-05T10:05", "kind", "ACTION", "text", "Mine").then().statusCode(409)
                .body(allOf(containsString("Otto Other removed this entry"), containsString("Mine"), containsString("name=\"version\" value=\"1\"")));
        member.post(TIMELINE + "/1", "version", "1", "at", "2026-01-05T10:05", "kind", "ACTION", "text", "Mine").then().statusCode(303);
        member.get("/occurrences/1").then().body(containsString("Mine"));
    }

    @Test
    void theMomentsStandBetweenTheLines() {
        member.get("/occurrences/1/edit");
        member.post("/occurrences/1", "version", "0", "kind", "INCIDENT", "title", "Broke", "startedAt", "2026-01-05T10:00", "impactAt", "2026-01-05T10:05", "detectedAt", "", "detectedNone", "UNKNOWN",
                "mitigatedNone", "NOT_YET", "resolvedNone", "NOT_YET").then().statusCode(303);
        add("2026-01-05T10:02", "Before the impact");
        add("2026-01-05T10:05", "At the impact");
        var page = member.get("/occurrences/1").body().asString();
        var timeline = page.substring(page.indexOf("class=\"line\""), page.indexOf("</ol>", page.indexOf("class=\"line\"")));
        assertTrue(timeline.matches("(?s).*Started.*Before the impact.*Impact began.*At the impact.*"), timeline);
        assertTrue(timeline.contains("/occurrences/1/edit#impactAt"), timeline);
        assertTrue(!timeline.contains("Detected") && page.contains("2 entries"), timeline);
        Browser.as("viewer").get("/occurrences/1").then().body(allOf(containsString("Impact began"), not(containsString("edit#impactAt"))));
    }

    @Test
    void aLineOfAnotherRecordIsNotThere() {
        add("2026-01-05T10:05", "Here");
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "HAZARD", "narrative", "Another.");
        member.get("/occurrences/2/timeline/1/edit").then().statusCode(404);
        member.post("/occurrences/2/timeline/1", "version", "0", "at", "2026-01-05T10:05", "text", "x").then().statusCode(404);
        member.post("/occurrences/2/timeline/1/removal").then().statusCode(404);
        Browser.as("viewer").get("/occurrences/1/timeline/1/edit").then().statusCode(403);
    }

    private String add(String at, String text) {
        member.get("/occurrences/1");
        var key = member.key();
        member.post(TIMELINE, "key", key, "at", at, "kind", "ACTION", "text", text, "evidence", "", "later", "").then().statusCode(303);
        return key;
    }
}
