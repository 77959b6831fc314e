package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.closecall.metrics.TrendTest.Direction;
import org.junit.jupiter.api.Test;

class TrendVerdictTest {

    @Test
    void coalMinesBecameSafer() {
        var trend = Trend.of(ClassicSeries.COAL_MINE.events());
        assertEquals(Verdict.EVIDENCE_IMPROVING, trend.atReview());
        assertEquals(0, trend.seeingNone());
        assertEquals(5, trend.tests().size());
        assertTrue(trend.powerLaw().betaInterval(0.95).upper() < 1);
        assertTrue(trend.changing());
    }

    @Test
    void theLoadingMachineShowsNothing() {
        var trend = Trend.of(ClassicSeries.LHD_MACHINE.events());
        assertEquals(Verdict.NO_EVIDENCE_OF_CHANGE, trend.atReview());
        assertEquals(5, trend.seeingNone());
        assertFalse(trend.testsDisagree());
    }

    @Test
    void bunchedRepairsDeceiveOnlyThePlainTest() {
        var trend = Trend.of(ClassicSeries.REPAIRS.events());
        assertEquals(Verdict.NO_EVIDENCE_OF_CHANGE, trend.atReview());
        var plain = trend.others().get(0);
        assertEquals(TrendTest.Method.LAPLACE, plain.method());
        assertEquals(Direction.LATER, plain.direction(0.05));
        assertEquals(0.016, plain.p(), 0.0005);
        assertEquals(1.66, trend.variation(), 0.005);
        assertEquals(0.147, trend.others().get(3).p(), 0.0005);
        assertTrue(trend.testsDisagree());
    }

    @Test
    void fewerThanFiveAreNeverJudged() {
        var trend = Trend.of(EventTimes.within(100, 1, 2, 3, 4));
        assertEquals(Verdict.TOO_FEW_EVENTS, trend.atReview());
        assertEquals(Verdict.TOO_FEW_EVENTS, trend.betweenReviews());
        assertEquals(Verdict.TOO_FEW_EVENTS, Trend.of(EventTimes.within(100)).atReview());
        assertFalse(trend.changing());
    }

    @Test
    void evidenceWaitsForTheReviewAndForTheOtherServices() {
        var trend = Trend.of(EventTimes.within(100, 1, 2, 4, 8, 16, 32, 64));
        assertEquals(Verdict.EVIDENCE_IMPROVING, trend.atReview());
        assertEquals(Verdict.PROVISIONAL, trend.betweenReviews());
        assertEquals(Verdict.NO_EVIDENCE_OF_CHANGE, trend.adjustedTo(0.08).atReview());
        assertEquals(Verdict.EVIDENCE_WORSENING,
                Trend.of(EventTimes.ofGaps(64, 32, 16, 8, 4, 2, 1)).atReview());
    }

    @Test
    void withoutTheDecidingTestNothingWasTested() {
        assertEquals(Verdict.TOO_FEW_EVENTS, Trend.of(EventTimes.within(9, 0, 0, 0, 0, 0, 0)).atReview());
        assertEquals(Verdict.TOO_FEW_EVENTS, Trend.of(EventTimes.within(9, 1, 2, 3, 4, 5, 6)).atReview());
    }

    @Test
    void onlyEvidenceMayBeColoured() {
        assertEquals(List.of(Verdict.EVIDENCE_IMPROVING, Verdict.EVIDENCE_WORSENING),
                Stream.of(Verdict.values()).filter(Verdict::evidence).toList());
    }

    @Test
    void holmComparesTheSmallestWithAll() {
        var holm = Holm.adjust(List.of(0.01, 0.04, 0.03, 0.005), 0.05);
        var expected = List.of(0.03, 0.06, 0.06, 0.02);
        for (var i = 0; i < 4; i++) {
            assertEquals(expected.get(i), holm.adjusted().get(i), 1e-12);
        }
        assertEquals(2, holm.flagged());
        assertEquals(2, Holm.adjust(Collections.nCopies(40, 0.03), 0.05).expectedByChance(), 1e-12);
        assertEquals(0, Holm.adjust(Collections.nCopies(40, 0.03), 0.05).flagged());
        assertEquals(List.of(), Holm.adjust(List.of(), 0.05).adjusted());
    }

    @Test
    void quartersEndFourTimesAYear() {
        var day = LocalDate.of(2024, 1, 1);
        var fixed = Stream.iterate(day, next -> next.plusDays(1)).limit(366).filter(ReviewDates::fixed).toList();
        assertEquals(List.of(LocalDate.of(2024, 3, 31), LocalDate.of(2024, 6, 30), LocalDate.of(2024, 9, 30),
                LocalDate.of(2024, 12, 31)), fixed);
        assertEquals(LocalDate.of(2023, 12, 31), ReviewDates.onOrBefore(LocalDate.of(2024, 3, 30)));
        assertEquals(LocalDate.of(2024, 3, 31), ReviewDates.onOrBefore(LocalDate.of(2024, 3, 31)));
        assertEquals(LocalDate.of(2024, 3, 31), ReviewDates.after(LocalDate.of(2024, 3, 30)));
        assertEquals(LocalDate.of(2024, 6, 30), ReviewDates.after(LocalDate.of(2024, 3, 31)));
    }

    @Test
    void aShiftOfMoreThanTenPointsIsWarnedOf() {
        var before = Map.of("SEV1", 2, "SEV3", 8);
        assertFalse(SeverityMix.between(before, Map.of("SEV1", 3, "SEV3", 7)).shifted());
        var mix = SeverityMix.between(before, Map.of("SEV1", 1, "SEV2", 5, "SEV3", 4));
        assertTrue(mix.shifted());
        assertEquals("SEV2", mix.kind());
        assertEquals(50, mix.points(), 1e-9);
        assertFalse(SeverityMix.between(before, Map.of()).shifted());
    }
}
