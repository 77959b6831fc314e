package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.closecall.metrics.Difference.State;
import org.closecall.metrics.ResponseTimes.Flag;
import org.junit.jupiter.api.Test;

class ResponseTimesTest {
    private static final Instant IMPACT = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant NOW = IMPACT.plusSeconds(3600);

    @Test
    void detectionIsTheImpactWhenThatIsUnknown() {
        var times = times(Stamp.UNKNOWN, minute(5), minute(7), minute(15), minute(25));
        assertEquals(new Difference(State.MISSING, null), times.timeToDetect());
        assertEquals(known(2), times.timeToAcknowledge());
        assertEquals(known(10), times.timeToMitigate());
        assertEquals(known(20), times.timeToResolve());
        assertEquals(Set.of(Flag.IMPACT_START_ASSUMED), times.flags());
    }

    @Test
    void withoutImpactNothingIsMeasuredFromIt() {
        for (var impact : List.of(Stamp.NONE, Stamp.NOT_YET)) {
            var times = times(impact, minute(5), minute(7), minute(15), minute(25));
            assertEquals(State.NO_IMPACT, times.timeToMitigate().state());
            assertEquals(State.NO_IMPACT, times.timeToResolve().state());
            assertEquals(known(2), times.timeToAcknowledge());
            assertEquals(Set.of(), times.flags());
        }
        assertEquals(State.NO_IMPACT,
                times(Stamp.NONE, minute(5), minute(7), minute(15), minute(25)).timeToDetect().state());
    }

    @Test
    void withNeitherImpactNorDetectionEverythingIsMissing() {
        var times = times(Stamp.UNKNOWN, Stamp.UNKNOWN, minute(7), minute(15), Stamp.NOT_YET);
        assertEquals(State.MISSING, times.timeToAcknowledge().state());
        assertEquals(State.MISSING, times.timeToMitigate().state());
        assertEquals(State.MISSING, times.timeToResolve().state());
        assertEquals(Set.of(), times.flags());
    }

    @Test
    void aViolatedOrderCostsOnlyThatDifference() {
        var times = times(minute(0), minute(5), minute(3), minute(15), minute(25));
        assertEquals(State.OUT_OF_ORDER, times.timeToAcknowledge().state());
        assertEquals(Optional.empty(), times.timeToAcknowledge().observation());
        assertEquals(known(5), times.timeToDetect());
        assertEquals(known(15), times.timeToMitigate());
        assertEquals(Set.of(Flag.ORDER_VIOLATION), times.flags());
    }

    @Test
    void resolutionBeforeMitigationIsFlagged() {
        var times = times(minute(0), minute(5), minute(6), minute(25), minute(15));
        assertEquals(known(25), times.timeToMitigate());
        assertEquals(known(15), times.timeToResolve());
        assertEquals(Set.of(Flag.ORDER_VIOLATION), times.flags());
    }

    @Test
    void aStageNotYetReachedIsCensoredAtNow() {
        var times = times(minute(0), minute(10), Stamp.NOT_YET, Stamp.NOT_YET, Stamp.NOT_YET);
        assertEquals(new Difference(State.OPEN, 50.0), times.timeToAcknowledge());
        assertEquals(new Difference(State.OPEN, 60.0), times.timeToMitigate());
        assertEquals(Optional.of(new Observation(60, false)), times.timeToResolve().observation());
    }

    @Test
    void aStageSkippedIsMissingNotOpen() {
        var times = times(minute(0), minute(10), Stamp.NOT_YET, Stamp.NOT_YET, Stamp.UNKNOWN);
        assertEquals(State.MISSING, times.timeToAcknowledge().state());
        assertEquals(State.MISSING, times.timeToMitigate().state());
        assertEquals(State.MISSING, times.timeToResolve().state());
        assertEquals(State.MISSING, times(minute(0), minute(10), Stamp.NOT_YET, minute(15), Stamp.NOT_YET)
                .timeToAcknowledge().state());
        assertEquals(State.MISSING, times(minute(0), Stamp.NOT_YET, Stamp.NOT_YET, Stamp.NOT_YET, Stamp.NOT_YET)
                .timeToDetect().state());
    }

    @Test
    void whatStartsInTheFutureIsLeftOut() {
        var times = times(minute(70), minute(5), minute(7), minute(15), minute(25));
        assertEquals(State.IN_FUTURE, times.timeToDetect().state());
        assertEquals(State.IN_FUTURE, times.timeToResolve().state());
        assertEquals(known(2), times.timeToAcknowledge());
        assertEquals(Set.of(Flag.IN_FUTURE), times.flags());
        assertEquals(new Difference(State.OPEN, 0.0),
                times(minute(64), minute(5), minute(7), Stamp.NOT_YET, Stamp.NOT_YET).timeToResolve());
    }

    @Test
    void earlyDetectionIsGoodNewsAndNoDuration() {
        var early = times(minute(0), minute(-10), minute(1), minute(2), minute(3)).timeToDetect();
        assertEquals(known(-10), early);
        assertTrue(early.beforeImpact());
        assertEquals(Optional.empty(), early.observation());
        assertFalse(times(minute(0), minute(0), minute(1), minute(2), minute(3)).timeToDetect().beforeImpact());
    }

    @Test
    void twoMomentsAtOnceAreZeroMinutesApart() {
        var times = times(minute(0), minute(0), minute(0), Stamp.at(IMPACT.plusSeconds(30)), minute(0));
        assertEquals(Optional.of(new Observation(0, true)), times.timeToAcknowledge().observation());
        assertEquals(Optional.of(new Observation(0.5, true)), times.timeToMitigate().observation());
    }

    @Test
    void coverageTellsOfHowManyADifferenceIsKnown() {
        assertEquals(new ResponseTimes.Coverage(2, 1, 4), ResponseTimes.coverage(List.of(known(1), known(1),
                new Difference(State.OPEN, 3.0), new Difference(State.MISSING, null),
                new Difference(State.NO_IMPACT, null))));
    }

    @Test
    void aStampIsKnownExactlyWhenItHasAMoment() {
        assertThrows(IllegalArgumentException.class, () -> new Stamp(Stamp.State.KNOWN, null));
        assertThrows(IllegalArgumentException.class, () -> new Stamp(Stamp.State.NOT_YET, NOW));
    }

    private static ResponseTimes times(Stamp impact, Stamp detected, Stamp acknowledged, Stamp mitigated,
            Stamp resolved) {
        return ResponseTimes.of(new Timeline(impact, detected, acknowledged, mitigated, resolved), NOW);
    }

    private static Difference known(double minutes) {
        return new Difference(State.KNOWN, minutes);
    }

    private static Stamp minute(int minute) {
        return Stamp.at(IMPACT.plusSeconds(60L * minute));
    }
}
