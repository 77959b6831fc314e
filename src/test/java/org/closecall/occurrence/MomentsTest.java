package org.closecall.occurrence;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.closecall.AtOnce;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MomentsTest {

    private static final String MOMENTS = "/occurrences/1/moments";

    Browser member;

    @BeforeEach
    void file() {
        Fixtures.organisation();
        member = Browser.as("member");
        file("INCIDENT", "noticed", "2026-01-05T10:00", "over", "NO");
    }

    @Test
    void setsAMomentToNowAndTakesItBack() {
        member.get("/occurrences/1").then().body(allOf(containsString("Acknowledged now"), containsString("Mitigated now"), not(containsString("Detected now")), not(containsString("Reopen it"))));
        now("MITIGATED").then().statusCode(303);
        assertEquals(Progress.MITIGATED, one(Occurrence::progress));
        member.get("/occurrences/1").then().body(allOf(containsString("Mitigated: "), containsString("/occurrences/1/moments/mitigated/removal"), containsString("Resolved now"), not(containsString("Mitigated now")), containsString("Reopen it")));
        member.post(MOMENTS + "/mitigated/removal").then().statusCode(303);
        assertEquals(Moment.NOT_YET, one(o -> o.mitigated));
        member.get("/occurrences/1/history").then().body(containsString("Mitigated"));
        Browser.as("viewer").get("/occurrences/1").then().body(not(containsString("Mitigated now")));
    }

    @Test
    void theSameSentTwiceIsOneAndAnotherIsToldWhoWasFirst() {
        member.get("/occurrences/1");
        var key = member.key();
        member.post(MOMENTS, "key", key, "name", "MITIGATED").then().statusCode(303);
        var first = one(o -> o.mitigated);
        member.post(MOMENTS, "key", key, "name", "MITIGATED").then().statusCode(303);
        var other = Browser.as("other");
        other.post(MOMENTS, "key", "", "name", "MITIGATED").then().statusCode(409).body(allOf(containsString("Mitigated is set already, by Mia Member"), containsString("/occurrences/1/edit#mitigatedAt")));
        assertEquals(first, one(o -> o.mitigated));
    }

    @Test
    void oneOfTwoAtOnceIsFirst() {
        var other = Browser.as("other");
        member.get("/occurrences/1");
        other.get("/occurrences/1");
        assertEquals(List.of(303, 409), AtOnce.sorted(() -> member.post(MOMENTS, "name", "RESOLVED").statusCode(), () -> other.post(MOMENTS, "name", "RESOLVED").statusCode()));
    }

    @Test
    void setsAMomentToAnotherTime() {
        member.get(MOMENTS + "/new").then().statusCode(200).body(allOf(containsString("Impact began"), not(containsString(">Detected<"))));
        member.post(MOMENTS, "key", member.key(), "name", "IMPACT", "at", "2026-01-05T09:55").then().statusCode(303);
        assertEquals("2026-01-05T08:55:00Z", one(o -> o.impactStarted).at().toString());
        member.post(MOMENTS, "name", "STARTED", "at", "2999-01-05T09:55").then().statusCode(422).body(allOf(containsString("This is in the future"), containsString("value=\"2999-01-05T09:55\"")));
        member.post(MOMENTS, "name", "JUNK").then().statusCode(422).body(containsString("Choose one of the moments"));
        member.post("/occurrences/77/moments", "name", "RESOLVED").then().statusCode(404);
        member.post(MOMENTS + "/junk/removal").then().statusCode(404);
        Browser.as("viewer").post(MOMENTS, "name", "RESOLVED").then().statusCode(403);
    }

    @Test
    void takesBackOnlyWhatIsStillSo() {
        now("ACKNOWLEDGED");
        member.get("/occurrences/1/edit");
        member.post("/occurrences/1", "version", member.field("version"), "kind", "INCIDENT", "title", "x", "acknowledgedAt", "2026-01-05T11:00", "mitigatedNone", "NOT_YET", "resolvedNone", "NOT_YET").then().statusCode(303);
        member.post(MOMENTS + "/acknowledged/removal").then().statusCode(303);
        assertNotEquals(Moment.UNKNOWN, one(o -> o.acknowledged));
        member.post(MOMENTS + "/impact/removal").then().statusCode(303);
        member.get("/occurrences/1").then().body(containsString("Nothing was taken back"));
    }

    @Test
    void anEntrySaysWhichMomentItWas() {
        member.get("/occurrences/1");
        member.post("/occurrences/1/timeline", "at", "2026-01-05T09:58:30", "kind", "SIGNAL", "text", "First declined card").then().statusCode(303);
        member.get("/occurrences/1/timeline/1/edit").then().body(allOf(containsString("Impact began (now unknown)"), containsString("Detected (now 5 Jan 2026 10:00)")));
        member.post("/occurrences/1/timeline/1", "version", "0", "at", "2026-01-05T09:58:30", "kind", "SIGNAL", "text", "First declined card", "marks", "IMPACT").then().statusCode(303);
        assertEquals("2026-01-05T08:58:30Z", one(o -> o.impactStarted).at().toString());
        member.get("/occurrences/1").then().body(allOf(containsString("Impact began is set to its time"), containsString("/occurrences/1/moments/impact/removal")));
        member.post(MOMENTS + "/impact/removal").then().statusCode(303);
        assertEquals(Moment.UNKNOWN, one(o -> o.impactStarted));
    }

    @Test
    void reopensWhatIsNotOver() {
        now("MITIGATED");
        now("RESOLVED");
        member.get("/occurrences/1/reopening").then().statusCode(200);
        member.post("/occurrences/1/reopening", "key", member.key(), "reason", " ").then().statusCode(422).body(containsString("Say why"));
        var key = member.key();
        member.post("/occurrences/1/reopening", "key", key, "reason", "The errors are back").then().statusCode(303);
        member.post("/occurrences/1/reopening", "key", key, "reason", "The errors are back").then().statusCode(303);
        assertEquals(Progress.OPEN, one(Occurrence::progress));
        member.get("/occurrences/1").then().body(allOf(containsString("Reopened: The errors are back"), containsString("Mitigated, as it seemed until it was reopened"), containsString("Resolved, as it seemed until it was reopened"), containsString("3 entries"), not(containsString("UTC</em>"))));
        member.get("/occurrences/1/history").then().body(allOf(containsString("reopened"), containsString("not yet")));
        member.post("/occurrences/1/reopening", "reason", "Again").then().statusCode(303);
        file("NEAR_MISS", "stopped", "CHANCE");
        member.get("/occurrences/2/reopening").then().statusCode(404);
        Browser.as("viewer").post("/occurrences/1/reopening", "reason", "x").then().statusCode(403);
    }

    @Test
    void aHazardIsRemovedNowAndCanComeBack() {
        file("HAZARD");
        member.get("/occurrences/2").then().body(allOf(containsString("Removed now"), not(containsString("Mitigated now"))));
        member.post("/occurrences/2/moments", "name", "MITIGATED").then().statusCode(422);
        member.post("/occurrences/2/moments", "name", "RESOLVED").then().statusCode(303);
        member.post("/occurrences/2/reopening", "reason", "Loose again").then().statusCode(303);
        member.get("/occurrences/2").then().body(allOf(containsString("Removed, as it seemed until it was reopened"), containsString("Removed now")));
    }

    @Test
    void timesThatDoNotFitAreKeptAndExplained() {
        member.get("/occurrences/1/edit");
        member.post("/occurrences/1", "version", "0", "kind", "INCIDENT", "title", "x", "impactAt", "2026-01-05T10:00", "detectedAt", "2026-01-05T10:05", "mitigatedAt", "2026-01-05T09:50", "resolvedAt", "2026-01-05T11:00").then().statusCode(303);
        member.get("/occurrences/1").then().body(allOf(containsString("These times do not fit together."), containsString("comes before impact began"), containsString("Ends before it begins: left out of time to mitigate")));
        Browser.as("viewer").get("/occurrences/1").then().body(allOf(containsString("These times do not fit together."), not(containsString("/edit#"))));
    }

    @Test
    void aReportWhoseTimesDoNotFitIsFiledAndSaysSoOnTop() {
        file("INCIDENT", "noticed", "2026-01-05T10:00", "felt", "2026-01-05T09:30", "over", "RESOLVED", "overAt", "2026-01-05T09:00");
        var page = member.get("/occurrences/2").body().asString();
        assertTrue(page.indexOf("These times do not fit together.") < page.indexOf("id=\"life\""), page);
        assertEquals(2, page.split("These times do not fit together", -1).length);
        assertTrue(page.contains("href=\"/occurrences/2/edit#mitigatedAt\"") && page.contains("href=\"/occurrences/2/edit#impactAt\""), page);
        assertTrue(member.get("/occurrences/2/edit").body().asString().contains("id=\"mitigatedAt\""));
    }

    @Test
    void theEditFormAsksForTheMomentsOfTheKindInItsWords() {
        file("HAZARD");
        member.get("/occurrences/2/edit").then().body(allOf(containsString("<span class=\"for-hazard\">There since</span>"), containsString("<span class=\"for-hazard\">Removed</span>"), containsString("<span class=\"for-nearmiss\">Noticed</span>")));
        member.post("/occurrences/2", "version", member.field("version"), "kind", "HAZARD", "title", "x", "acknowledgedAt", "no time at all", "resolvedAt", "2026-01-05T11:00").then().statusCode(303);
        assertEquals(List.of(Moment.State.NOT_YET, Moment.State.AT), QuarkusTransaction.requiringNew().call(() -> List.of(Occurrence.numbered(2).acknowledged.state(), Occurrence.numbered(2).resolved.state())));
    }

    @Test
    void aTimeTheClocksLeftOutIsRefusedAndOneTheyShowedTwiceIsAskedFor() {
        member.get("/occurrences/1/edit");
        edit("detectedAt", "2026-03-29T02:30").then().statusCode(422).body(allOf(containsString("02:30 did not exist that night: the clocks went from 02:00 to 03:00"), containsString("value=\"2026-03-29T02:30\"")));
        edit("detectedAt", "2025-10-26T02:30", "detectedNone", "UNKNOWN").then().statusCode(422)
                .body(allOf(containsString("02:30 came twice that night"), containsString("the first, 02:30 CEST (UTC+02:00)"), containsString("the second, 02:30 CET (UTC+01:00)")));
        edit("detectedAt", "2025-10-26T02:30", "detectedNone", "SECOND").then().statusCode(303);
        assertEquals("2025-10-26T01:30:00Z", one(o -> o.detected).at().toString());
        member.get("/occurrences/1/edit").then().body(containsString("value=\"SECOND\" checked"));
        edit("detectedAt", "2025-10-26T02:30", "detectedNone", "SECOND", "title", "Other").then().statusCode(303);
        assertEquals("2025-10-26T01:30:00Z", one(o -> o.detected).at().toString());
        member.get("/occurrences/1/edit");
        edit("detectedAt", "2025-10-26T02:30", "detectedNone", "FIRST").then().statusCode(303);
        assertEquals("2025-10-26T00:30:00Z", one(o -> o.detected).at().toString());
    }

    @Test
    void aReportAsksBeforeItIsFiledAndKeepsTheRest() {
        member.get("/report");
        var key = member.key();
        member.post("/occurrences", "key", key, "kind", "INCIDENT", "narrative", "Something.", "noticed", "2026-03-29T02:30").then().statusCode(422).body(containsString("did not exist that night"));
        member.post("/occurrences", "key", key, "kind", "INCIDENT", "narrative", "Some <thing>", "noticed", "2025-10-26T02:30", "felt", "2025-10-26T02:10", "over", "RESOLVED", "overAt", "2025-10-26T02:50").then().statusCode(422)
                .body(allOf(containsString("name=\"noticedSide\" value=\"FIRST\""), containsString("name=\"feltSide\" value=\"SECOND\""), containsString("name=\"overAtSide\""),
                        containsString("the first, 02:30 CEST (UTC+02:00)"), containsString("the second, 02:50 CET (UTC+01:00)"), containsString("Some &lt;thing&gt;")));
        member.post("/occurrences", "key", key, "kind", "INCIDENT", "narrative", "Something else.", "noticed", "2025-10-26T02:30", "noticedSide", "SECOND", "felt", "2025-10-26T02:10", "feltSide", "FIRST", "over", "RESOLVED", "overAt", "2025-10-26T03:50")
                .then().statusCode(303);
        var filed = QuarkusTransaction.requiringNew().call(() -> Occurrence.numbered(2));
        assertEquals(List.of("2025-10-26T01:30:00Z", "2025-10-26T00:10:00Z", "2025-10-26T02:50:00Z"), List.of(filed.detected.at().toString(), filed.impactStarted.at().toString(), filed.resolved.at().toString()));
    }

    @Test
    void aLineOfTheTimelineAsksTheSame() {
        member.get("/occurrences/1");
        member.post("/occurrences/1/timeline", "at", "2025-10-26T02:30", "kind", "SIGNAL", "text", "Typed").then().statusCode(422)
                .body(allOf(containsString("02:30 came twice"), containsString("the second, 02:30 CET (UTC+01:00)"), containsString("value=\"Typed\"")));
        member.post("/occurrences/1/timeline", "at", "2025-10-26T02:30", "side", "SECOND", "kind", "SIGNAL", "text", "Typed").then().statusCode(303);
        member.get("/occurrences/1/timeline/1/edit").then().body(containsString("value=\"SECOND\" checked"));
        member.post("/occurrences/1/timeline/1", "version", "0", "at", "2025-10-26T02:30", "side", "SECOND", "kind", "ACTION", "text", "Typed").then().statusCode(303);
        assertEquals("2025-10-26T01:30:00Z", QuarkusTransaction.requiringNew().call(() -> TimelineEntry.<TimelineEntry>findById(1L).at).toString());
        member.post(MOMENTS, "name", "IMPACT", "at", "2025-10-26T02:30").then().statusCode(422).body(containsString("the second, 02:30 CET (UTC+01:00)"));
        assertTrue(member.post(MOMENTS, "name", "IMPACT", "at", "2025-10-26T02:30", "side", "FIRST").statusCode() == 303);
    }

    private Response edit(String... fields) {
        var all = new ArrayList<>(List.of("version", member.field("version"), "kind", "INCIDENT", "mitigatedNone", "NOT_YET", "resolvedNone", "NOT_YET"));
        all.addAll(List.of(fields));
        if (!all.contains("title")) {
            all.addAll(List.of("title", "x"));
        }
        var answer = member.post("/occurrences/1", all.toArray(String[]::new));
        if (answer.statusCode() == 303) {
            member.get("/occurrences/1/edit");
        }
        return answer;
    }

    private Response now(String name) {
        member.get("/occurrences/1");
        return member.post(MOMENTS, "key", member.key(), "name", name);
    }

    private void file(String kind, String... fields) {
        member.get("/report");
        var all = new ArrayList<>(List.of("key", member.key(), "kind", kind, "narrative", "Something.", "another", "true"));
        all.addAll(List.of(fields));
        member.post("/occurrences", all.toArray(String[]::new)).then().statusCode(303);
    }

    private static <T> T one(Function<Occurrence, T> reading) {
        return QuarkusTransaction.requiringNew().call(() -> reading.apply(Occurrence.numbered(1)));
    }
}
