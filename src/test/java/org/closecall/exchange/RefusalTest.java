package org.closecall.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RefusalTest {

    @Test
    void anEmptyFile() {
        assertRefused("", "The file is empty");
        assertRefused("  \n ", "The file is empty");
    }

    @Test
    void aFileThatWasCutShort() {
        var whole = Samples.text("google.json");
        assertRefused(whole.substring(0, whole.length() / 2), "Line ", "cut short");
        assertRefused("[", "Line 1", "cut short");
    }

    @Test
    void whatIsNotJson() {
        assertRefused("<html><body>503</body></html>", "Line 1, column 1", "not JSON");
        assertRefused("[\n  {\"id\": oops}\n]", "Line 2", "not JSON");
        assertRefused("[] []", "something follows");
        assertRefused("\"text\"", "neither a list nor an object");
    }

    @Test
    void whatIsNotUtf8() {
        var latin = "[{\"id\": \"one\", \"begin\": \"2026-01-01T00:00:00Z\", \"external_desc\": \"Störung in Köln\"}]".getBytes(StandardCharsets.ISO_8859_1);
        var refusal = assertThrows(Refused.class, () -> Samples.read(latin));
        assertTrue(refusal.getMessage().contains("UTF-8"), refusal.getMessage());
    }

    @Test
    void aByteOrderMarkIsNoReason() {
        var content = ("\ufeff" + Samples.google().replace("Something broke", "Störung in Köln 🚒")).getBytes(StandardCharsets.UTF_8);
        assertEquals("Störung in Köln 🚒", Samples.read(content).get(0).title());
    }

    @Test
    void anUnknownFormat() {
        assertRefused("[]", "Unknown format");
        assertRefused("{}", "Unknown format");
        assertRefused("[1, 2]", "Unknown format");
        assertRefused("{\"incidents\": []}", "Unknown format");
        assertRefused("{\"page\": {\"id\": \"x\"}, \"incidents\": {}}", "Unknown format");
        assertRefused("{\"data\": [{\"type\": \"incident\"}]}", "Unknown format");
    }

    @Test
    void missingFieldsAndValuesByPlace() {
        assertRefused("[\n\n" + Samples.googleRecord().replace("\"begin\": \"2026-01-01T00:00:00Z\"", "\"begin\": \"yesterday\"") + "]",
                "Record from line 3", "[0].begin", "“yesterday” is not a time");
        assertRefused("[{\"external_desc\": \"x\"}]", "[0].id is missing", "[0].begin is missing");
        assertRefused(Samples.google("\"status_impact\": \"BAD\""), "[0].status_impact “BAD” is none of");
        assertRefused(Samples.google("\"updates\": [{\"text\": \"x\"}]"), "[0].updates[0].when is missing");
        assertRefused(Samples.google("\"updates\": {}"), "[0].updates should be a list");
        assertRefused(Samples.google("\"end\": {}"), "[0].end should be a text");
        assertRefused(Samples.google("\"end\": \"2026-01-01T00:00:00\""), "not a time with its offset");
        assertRefused(Samples.google("\"end\": \"0001-01-01T00:00:00Z\""), "outside the years");
        assertRefused("[" + Samples.googleRecord() + ", 7]", "[1] should be an object");
        assertRefused(Samples.text("statuspage.json").replace("\"impact\": \"major\"", "\"impact\": \"severe\""), "incidents[0].impact “severe” is none of");
        assertRefused(Samples.text("statuspage.json").replace("\"name\": \"Old note\", ", ""), "incidents[2].name is missing");
    }

    @Test
    void aPageThatCannotBeToldFromOthers() {
        assertRefused("{\"page\": {}, \"incidents\": [{\"id\": \"x\", \"name\": \"y\", \"created_at\": \"2026-01-01T00:00:00Z\"}]}", "page.id is missing");
    }

    @Test
    void everyBrokenRecordIsTold() {
        var refusal = assertThrows(Refused.class, () -> Samples.read("[" + Samples.googleRecord() + ",{\"begin\": 1},{\"id\": \"three\"}]"));
        assertEquals(2, refusal.places.size());
        assertTrue(refusal.getMessage().startsWith("2 records of it cannot be understood. The first: "), refusal.getMessage());
        assertEquals("three", refusal.places.get(1).externalId());
        assertEquals(2, refusal.places.get(1).position());
    }

    @Test
    void nestingWithoutEnd() {
        assertRefused("[" + "[".repeat(5000) + "]".repeat(5000) + "]", "not JSON");
    }

    private static void assertRefused(String content, String... said) {
        var refusal = assertThrows(Refused.class, () -> Samples.read(content));
        Arrays.stream(said).forEach(part -> assertTrue(refusal.getMessage().contains(part), refusal.getMessage()));
    }
}
