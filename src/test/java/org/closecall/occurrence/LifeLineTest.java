package org.closecall.occurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifeLineTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @Test
    void saysNothingInAllWhileTheEndIsNotKnown() {
        var occurrence = new Occurrence();
        occurrence.kind = Kind.INCIDENT;
        occurrence.started = Moment.at(NOON);
        occurrence.impactStarted = Moment.at(NOON);
        occurrence.mitigated = Moment.UNKNOWN;
        occurrence.resolved = Moment.UNKNOWN;
        assertNull(occurrence.lifeLine(NOON.plusSeconds(60)).stops().get(1).gap());
        occurrence.resolved = Moment.at(NOON.plusSeconds(600));
        var stops = occurrence.lifeLine(NOON.plusSeconds(6_000)).stops();
        assertEquals("in all", stops.get(stops.size() - 1).words());
        assertEquals("10\u00a0min", stops.get(stops.size() - 1).gap());
    }

    @Test
    void whatWasCaughtEarlyStandsInItsOrder() {
        var occurrence = new Occurrence();
        occurrence.kind = Kind.INCIDENT;
        occurrence.started = Moment.at(NOON);
        occurrence.detected = Moment.at(NOON.plusSeconds(180));
        occurrence.acknowledged = Moment.at(NOON.plusSeconds(360));
        occurrence.impactStarted = Moment.at(NOON.plusSeconds(2_400));
        occurrence.mitigated = Moment.at(NOON.plusSeconds(3_000));
        occurrence.resolved = Moment.at(NOON.plusSeconds(6_000));
        assertEquals(List.of("Started 3 min unnoticed", "Detected 3 min to acknowledge", "Acknowledged 34 min until impact", "Impact 10 min to mitigate", "Mitigated 50 min to resolve", "Resolved 1 h 40 min in all"), told(occurrence));
        occurrence.acknowledged = Moment.at(NOON.plusSeconds(2_460));
        assertEquals(List.of("Started 3 min unnoticed", "Detected 37 min until impact", "Impact 1 min to acknowledge", "Acknowledged 9 min to mitigate"), told(occurrence).subList(0, 4));
    }

    private static List<String> told(Occurrence occurrence) {
        return occurrence.lifeLine(NOON.plusSeconds(9_000)).stops().stream().map(stop -> stop.name() + " " + stop.gap().replace('\u00a0', ' ') + " " + stop.words()).toList();
    }
}
