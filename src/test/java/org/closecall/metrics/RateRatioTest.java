package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RateRatioTest {

    @Test
    void fewerIsEvidenceOnlyWhenLuckWouldBeRare() {
        assertEquals(Verdict.NO_EVIDENCE_OF_CHANGE, quarters(2, 4).verdict());
        assertEquals(0.6875, quarters(2, 4).p(), 1e-12);
        assertEquals(Verdict.EVIDENCE_IMPROVING, quarters(0, 6).verdict());
        assertEquals(Verdict.EVIDENCE_IMPROVING, quarters(3, 12).verdict());
        assertEquals(Verdict.EVIDENCE_WORSENING, quarters(12, 3).verdict());
    }

    @Test
    void upToFiveInAllNothingCanBeEvidence() {
        assertEquals(Verdict.TOO_FEW_EVENTS, quarters(0, 5).verdict());
        assertEquals(Verdict.NO_EVIDENCE_OF_CHANGE, quarters(1, 5).verdict());
        assertEquals(Verdict.TOO_FEW_EVENTS, quarters(0, 0).verdict());
    }

    @Test
    void nothingAtAllHasNoRatio() {
        var none = quarters(0, 0);
        assertEquals(1, none.p());
        assertNull(none.ratio());
        assertTrue(none.interval().isNone());
        var unseen = RateRatio.of(3, 0, 3, 90, 0.95);
        assertNull(unseen.p());
        assertNull(unseen.ratio());
        assertNull(unseen.pGreaterThan(1));
        assertEquals(Verdict.TOO_FEW_EVENTS, unseen.verdict());
    }

    @Test
    void withoutEventsBeforeTheRatioIsOpenAbove() {
        var risen = quarters(7, 0);
        assertNull(risen.ratio());
        assertNull(risen.interval().upper());
        assertTrue(risen.interval().lower() > 1);
        assertEquals(Verdict.EVIDENCE_WORSENING, risen.verdict());
    }

    @Test
    void swappingThePeriodsTurnsTheRatioOver() {
        var random = new Random(1);
        for (var round = 0; round < 300; round++) {
            long x = 1 + random.nextInt(40), y = 1 + random.nextInt(40);
            double t = 1 + random.nextInt(400), s = 1 + random.nextInt(400);
            RateRatio one = RateRatio.of(x, t, y, s, 0.9), other = RateRatio.of(y, s, x, t, 0.9);
            assertEquals(1 / one.ratio(), other.ratio(), 1e-9 * other.ratio());
            assertEquals(1 / one.interval().lower(), other.interval().upper(), 1e-6 * other.interval().upper());
            assertEquals(one.p(), other.p(), 1e-9);
            assertTrue(one.interval().contains(one.ratio()));
            assertEquals(opposite(one.verdict()), other.verdict());
        }
    }

    private static Verdict opposite(Verdict verdict) {
        return switch (verdict) {
            case EVIDENCE_IMPROVING -> Verdict.EVIDENCE_WORSENING;
            case EVIDENCE_WORSENING -> Verdict.EVIDENCE_IMPROVING;
            default -> verdict;
        };
    }

    @Test
    void theUnitOfExposureDropsOut() {
        var random = new Random(2);
        for (var round = 0; round < 200; round++) {
            long x = random.nextInt(30), y = random.nextInt(30);
            RateRatio days = RateRatio.of(x, 90, y, 365, 0.95), hours = RateRatio.of(x, 90 * 24, y, 365 * 24, 0.95);
            assertEquals(days.p(), hours.p(), 1e-9);
            assertEquals(days.verdict(), hours.verdict());
        }
    }

    @Test
    void moreEventsNowNeverLowerTheRatioOrItsBounds() {
        for (var x = 1; x < 40; x++) {
            RateRatio fewer = quarters(x, 10), more = quarters(x + 1, 10);
            assertTrue(fewer.ratio() < more.ratio() && fewer.interval().lower() < more.interval().lower()
                    && fewer.interval().upper() < more.interval().upper());
        }
    }

    @Test
    void theEvidenceIsNotContradictedByTheIntervalShownBesideIt() {
        var random = new Random(3);
        for (var round = 0; round < 500; round++) {
            var ratio = RateRatio.of(random.nextInt(40), 90, random.nextInt(40), 200, 0.95);
            assertTrue(!ratio.verdict().evidence() || !ratio.interval().contains(1), () -> "" + ratio);
        }
    }

    @Test
    void refusesWhatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> RateRatio.of(-1, 90, 2, 90, 0.95));
        assertThrows(IllegalArgumentException.class, () -> RateRatio.of(1, -90, 2, 90, 0.95));
        assertThrows(IllegalArgumentException.class, () -> RateRatio.of(1, 90, 2, Double.NaN, 0.95));
        assertThrows(IllegalArgumentException.class, () -> quarters(1, 2).pGreaterThan(0));
    }

    private static RateRatio quarters(long now, long before) {
        return RateRatio.of(now, 90, before, 90, 0.95);
    }
}
