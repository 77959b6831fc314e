package org.closecall.occurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
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
}
