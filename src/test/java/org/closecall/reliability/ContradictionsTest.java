package org.closecall.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.List;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Occurrence;
import org.junit.jupiter.api.Test;

class ContradictionsTest {

    private static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private final Occurrence one = new Occurrence();

    @Test
    void whatEndsBeforeItBeginsIsLeftOut() {
        incident(0, 5, 6, 7, 3, 9);
        assertEquals(List.of("IMPACT>MITIGATED"), pairs());
        assertEquals(List.of("Ends before it begins: left out of time to mitigate"), effects());
    }

    @Test
    void whatIsResolvedBeforeItIsMitigatedIsKept() {
        incident(0, 1, 2, 3, 9, 8);
        assertEquals(List.of("MITIGATED>RESOLVED"), pairs());
        assertEquals(List.of("Resolved before it was mitigated: kept in time to resolve"), effects());
    }

    @Test
    void detectionBeforeTheImpactIsGoodNews() {
        incident(0, 5, 1, 2, 6, 7);
        assertFalse(odd().any());
    }

    @Test
    void detectionBeforeTheStartChangesNoFigure() {
        incident(3, 4, 1, 5, 6, 7);
        assertEquals(List.of("STARTED>DETECTED"), pairs());
        assertEquals(List.of(), effects());
    }

    @Test
    void withoutAnImpactItIsMeasuredFromDetection() {
        incident(0, 1, 8, 9, 5, 12);
        one.impactStarted = Moment.UNKNOWN;
        assertEquals(List.of("DETECTED>MITIGATED"), pairs());
        assertEquals(List.of("Ends before it begins: left out of time to mitigate"), effects());
    }

    @Test
    void aMomentInTheFutureIsSaid() {
        incident(0, 1, 2, 3, 4, 5);
        one.resolved = Moment.at(NOW.plusSeconds(86_400));
        assertEquals(List.of(), pairs());
        one.impactStarted = Moment.at(NOW.plusSeconds(80_000));
        assertFalse(effects().isEmpty());
    }

    @Test
    void aHazardHasAnOrderButNoFigures() {
        incident(5, 0, 3, 0, 0, 4);
        one.kind = Kind.HAZARD;
        assertEquals(List.of("STARTED>DETECTED", "STARTED>RESOLVED"), pairs());
        assertEquals(List.of(), effects());
    }

    private void incident(int... minutes) {
        one.kind = Kind.INCIDENT;
        one.occurredAt = TEN;
        one.started = at(minutes[0]);
        one.impactStarted = at(minutes[1]);
        one.detected = at(minutes[2]);
        one.acknowledged = at(minutes[3]);
        one.mitigated = at(minutes[4]);
        one.resolved = at(minutes[5]);
    }

    private static Moment at(int minute) {
        return Moment.at(TEN.plusSeconds(60L * minute));
    }

    private Contradictions odd() {
        return Contradictions.contradictions(one, NOW);
    }

    private List<String> pairs() {
        return odd().pairs().stream().map(pair -> pair.first().name() + ">" + pair.second().name()).toList();
    }

    private List<String> effects() {
        return odd().effects();
    }
}
