package org.closecall.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Severity;
import org.junit.jupiter.api.Test;

class GoogleFormatTest {

    private final List<Incoming> records = Samples.read(Samples.bytes("google.json"));

    @Test
    void readsAllOfAnOutage() {
        var outage = record("lkOutage");
        assertEquals("google-cloud", outage.source());
        assertEquals("https://status.cloud.google.com/incidents/lkOutage", outage.externalUrl());
        assertEquals("Checkout was down in all shops.", outage.title());
        assertEquals("Checkout was down in all shops. Orders were kept and sent later.", outage.narrative());
        assertEquals(Severity.SEV1, outage.severity());
        assertEquals(Instant.parse("2026-03-04T10:00:00Z"), outage.started());
        assertEquals(Moment.at(Instant.parse("2026-03-04T12:30:00Z")), outage.mitigated());
        assertEquals(outage.mitigated(), outage.resolved());
        assertEquals(Instant.parse("2026-03-04T10:12:00Z"), outage.filed());
        assertEquals(Instant.parse("2026-03-04T13:00:00Z"), outage.modified());
    }

    @Test
    void takesTheCurrentNameOfAServiceAndEachOnce() {
        assertEquals(List.of("Checkout", "Payments"), record("lkOutage").services());
    }

    @Test
    void readsUpdatesOldestFirstAsPlainText() {
        var updates = record("lkOutage").updates();
        assertEquals(List.of("We see failing orders.", "The issue is resolved.\nWe apologise & thank you."), updates.stream().map(Incoming.Update::text).toList());
        assertEquals(Instant.parse("2026-03-04T12:30:00Z"), updates.get(1).at());
        assertEquals("2026-03-04T12:31:00Z", updates.get(1).externalId());
    }

    @Test
    void updatesOfTheSameMomentAreStillTwo() {
        var update = "{\"when\": \"2026-01-01T01:00:00Z\", \"text\": \"%s\"}";
        var updates = Samples.read(Samples.google("\"updates\": [" + update.formatted("b") + "," + update.formatted("a") + "]")).get(0).updates();
        assertEquals(List.of("2026-01-01T01:00:00Z", "2026-01-01T01:00:00Z/2"), updates.stream().map(Incoming.Update::externalId).toList());
        assertEquals("a", updates.get(0).text());
    }

    @Test
    void anEndThatIsAbsentNullOrEmptyMeansOpen() {
        for (var id : List.of("lkOffset", "lkNull", "lkEmpty", "lkBare")) {
            assertEquals(Moment.NOT_YET, record(id).resolved(), id);
            assertEquals(Moment.NOT_YET, record(id).mitigated(), id);
        }
    }

    @Test
    void knowsOffsetsAndKeepsMicroseconds() {
        assertEquals(Instant.parse("2026-02-28T23:30:00.123456Z"), record("lkOffset").started());
    }

    @Test
    void gradesByStatusImpactAndOnlyDisruptionsBySeverity() {
        assertEquals(Severity.SEV2, record("lkOffset").severity());
        assertEquals(Severity.SEV3, record("lkNull").severity());
        assertEquals(Severity.SEV4, record("lkEmpty").severity());
        assertEquals(Severity.SEV5, record("lkBackwards").severity());
        assertNull(record("lkBare").severity());
    }

    @Test
    void keepsAnEndBeforeTheBegin() {
        assertEquals(Moment.at(Instant.parse("2026-02-25T07:00:00Z")), record("lkBackwards").resolved());
    }

    @Test
    void titlesAreOneShortLine() {
        assertEquals("Search is slow", record("lkOffset").title());
        assertTrue(record("lkBackwards").title().length() <= 160 && record("lkBackwards").title().endsWith("…"), record("lkBackwards").title());
        assertEquals("Google Cloud incident lkBare", record("lkBare").title());
    }

    @Test
    void whatIsOptionalMayBeMissing() {
        var bare = record("lkBare");
        assertEquals(bare.started(), bare.filed());
        assertNull(bare.modified());
        assertNull(bare.narrative());
        assertNull(bare.externalUrl());
        assertEquals(List.of(), bare.services());
        assertEquals(List.of(), bare.updates());
    }

    @Test
    void theOldestComesFirst() {
        assertEquals(List.of("lkBare", "lkBackwards", "lkEmpty", "lkNull", "lkOffset", "lkOutage"), records.stream().map(Incoming::externalId).toList());
        assertEquals(5, records.get(0).position());
    }

    @Test
    void ofAnIdThatComesTwiceTheOneModifiedLastCounts() {
        var twice = Samples.read("[" + Samples.googleRecord() + "," + Samples.googleRecord().replace("01-02T", "01-03T") + "]");
        assertEquals(1, twice.stream().filter(incoming -> incoming.notWanted() == null).count());
        assertTrue(Samples.record(twice.stream().filter(incoming -> incoming.notWanted() != null).toList(), "one").notWanted().contains("twice"));
        assertNull(twice.stream().filter(incoming -> incoming.modified().toString().startsWith("2026-01-03")).findFirst().orElseThrow().notWanted());
    }

    private Incoming record(String id) {
        return Samples.record(records, id);
    }
}
