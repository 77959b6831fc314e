package org.closecall.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Severity;
import org.junit.jupiter.api.Test;

class StatuspageFormatTest {

    private final List<Incoming> records = Samples.read(Samples.bytes("statuspage.json"));

    @Test
    void anIncidentThatIsWatchedIsMitigatedAndOpen() {
        var open = record("s-open");
        assertEquals("statuspage:lk0shop", open.source());
        assertEquals("https://stspg.example/s-open", open.externalUrl());
        assertEquals(Severity.SEV2, open.severity());
        assertEquals(Instant.parse("2026-03-09T20:00:00.482Z"), open.started());
        assertEquals(Moment.at(Instant.parse("2026-03-09T20:50:00Z")), open.mitigated());
        assertEquals(Moment.NOT_YET, open.resolved());
        assertEquals(List.of("Tracking"), open.services());
    }

    @Test
    void monitoringIsWhenItWasMitigated() {
        assertEquals(Moment.at(Instant.parse("2026-03-08T11:00:00Z")), record("s-whole").mitigated());
        assertEquals(Moment.at(Instant.parse("2026-03-08T12:00:00Z")), record("s-whole").resolved());
        assertEquals(Instant.parse("2026-03-08T10:00:00Z"), record("s-whole").filed());
    }

    @Test
    void resolvedAtTheMomentOfItsStartMeansTimeUnknown() {
        assertEquals(Moment.UNKNOWN, record("s-zero").mitigated());
        assertEquals(Moment.UNKNOWN, record("s-zero").resolved());
    }

    @Test
    void resolvedWithoutATimeMeansTimeUnknown() {
        assertEquals(Moment.UNKNOWN, record("s-unknown").resolved());
        assertNull(record("s-unknown").severity());
    }

    @Test
    void withoutAStartItStartedWhenItWasCreated() {
        assertEquals(Instant.parse("2018-02-02T16:22:46Z"), record("s-unknown").started());
    }

    @Test
    void keepsAnEndBeforeTheStart() {
        assertEquals(Moment.at(Instant.parse("2020-11-10T20:00:00Z")), record("s-backwards").resolved());
        assertEquals(Severity.SEV5, record("s-backwards").severity());
    }

    @Test
    void leavesMaintenanceOut() {
        assertEquals("Planned maintenance, not an incident", record("s-planned").notWanted());
        assertEquals("Planned maintenance, not an incident", record("s-later").notWanted());
        assertNull(record("s-open").notWanted());
    }

    @Test
    void makesUpdatesReadable() {
        var updates = record("s-open").updates();
        assertEquals("""
                We are looking into it.

                - 20:05 - < 2% of pages …
                - see the log (https://status.larkspur.example/x?a=1&copy=2)""", updates.get(0).text());
        assertEquals(Instant.parse("2026-03-09T20:00:30Z"), updates.get(0).at());
        assertEquals("Monitoring", updates.get(1).text());
    }

    @Test
    void aPublishedPostmortemIsOneOfTheUpdates() {
        var updates = record("s-whole").updates();
        assertEquals(List.of("u3", "postmortem"), updates.stream().map(Incoming.Update::externalId).toList());
        assertEquals(Instant.parse("2026-03-08T18:00:00Z"), updates.get(1).at());
    }

    @Test
    void aPostmortemGivenAsAnUpdateComesOnce() {
        var twice = Samples.text("statuspage.json").replace("\"id\": \"u3\", \"status\": \"resolved\"", "\"id\": \"u3\", \"status\": \"postmortem\"");
        assertEquals(List.of("u3"), Samples.record(Samples.read(twice), "s-whole").updates().stream().map(Incoming.Update::externalId).toList());
    }

    @Test
    void titlesAndLinksAreHarmless() {
        assertEquals("Payments fail at times", record("s-whole").title());
        assertNull(record("s-whole").externalUrl());
        assertEquals("https://status.larkspur.example/incidents/s-zero", record("s-zero").externalUrl());
    }

    @Test
    void aPageWithoutAnIdIsKnownByItsHost() {
        var anonymous = Samples.text("statuspage.json").replace("\"id\": \"lk0shop\", \"name\"", "\"name\"");
        assertEquals("statuspage:status.larkspur.example", Samples.read(anonymous).get(0).source());
    }

    private Incoming record(String id) {
        return Samples.record(records, id);
    }
}
