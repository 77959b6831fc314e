package org.closecall.occurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(60)
class EventsTest {

    @TestHTTPResource("/occurrences/1/events")
    URI events;

    Browser member;

    @BeforeEach
    void file() {
        Fixtures.organisation();
        member = Browser.as("member");
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "INCIDENT", "narrative", "Something broke.", "over", "NO").then().statusCode(303);
    }

    @Test
    void saysThatSomethingChangedAndThatItIsOver() throws Exception {
        try (var stream = open("viewer", "?seen=" + seen())) {
            assertEquals("listening", comment(stream));
            member.post("/occurrences/1/timeline", "at", "2026-01-05T10:00", "kind", "ACTION", "text", "Looked").then().statusCode(303);
            assertEquals("change", event(stream));
            member.post("/occurrences/1/moments", "name", "RESOLVED").then().statusCode(303);
            assertEquals("change", event(stream));
            assertEquals("end", event(stream));
            assertEquals(null, event(stream), "the stream is over");
        }
        assertFalse(member.get("/occurrences/1").body().asString().contains("data-live="));
    }

    @Test
    void whatHappenedBeforeThePageAskedIsSaidAtOnce() throws Exception {
        var seen = seen();
        member.post("/occurrences/1/timeline", "at", "2026-01-05T10:00", "kind", "ACTION", "text", "Looked").then().statusCode(303);
        try (var stream = open("member", "?seen=" + seen)) {
            assertEquals("change", event(stream));
        }
    }

    @Test
    void aClosedRecordHasNothingToSay() throws Exception {
        member.post("/occurrences/1/moments", "name", "RESOLVED");
        try (var stream = open("member", "?seen=junk")) {
            assertEquals("change", event(stream));
            assertEquals("end", event(stream));
            assertEquals(null, event(stream));
        }
    }

    @Test
    void aRemovedRecordEndsForMembersAndIsNotThereForOthers() throws Exception {
        var seen = seen();
        member.post("/occurrences/1/removal").then().statusCode(303);
        try (var stream = open("member", "?seen=" + seen)) {
            assertEquals("change", event(stream));
            assertEquals("end", event(stream));
        }
        assertEquals(404, Browser.as("viewer").get("/occurrences/1/events").statusCode());
    }

    @Test
    void isForThoseWhoMaySeeTheRecord() {
        assertEquals(302, Browser.visitor().get("/occurrences/1/events").statusCode());
        assertEquals(404, member.get("/occurrences/77/events").statusCode());
    }

    private String seen() {
        var page = member.get("/occurrences/1").body().asString();
        assertTrue(page.contains("data-live=\"/occurrences/1/events\""), page);
        return page.replaceFirst("(?s).*data-seen=\"(\\d+)\".*", "$1");
    }

    private BufferedReader open(String who, String query) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(events + query)).header("Cookie", "signed-in=" + Browser.as(who).cookies().get("signed-in")).timeout(Duration.ofSeconds(30)).build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream"));
        return new BufferedReader(new InputStreamReader(answer.body()));
    }

    private static String comment(BufferedReader stream) throws IOException {
        return line(stream, ":");
    }

    private static String event(BufferedReader stream) throws IOException {
        return line(stream, "event:");
    }

    private static String line(BufferedReader stream, String begins) throws IOException {
        for (var line = stream.readLine(); line != null; line = stream.readLine()) {
            if (line.startsWith(begins)) {
                return line.substring(begins.length()).strip();
            }
        }
        return null;
    }
}
