package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.closecall.metrics.Detection.Source;
import org.junit.jupiter.api.Test;

class ProportionTest {
    private static final Instant IMPACT = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void noTrialsHaveNoShare() {
        assertEquals(new Proportion(0, 0, null, Interval.none(0.95)), Proportion.wilson(0, 0, 0.95));
    }

    @Test
    void allAndNoneReachTheEndsExactly() {
        for (var n = 1; n <= 500; n++) {
            assertEquals(1, Proportion.wilson(n, n, 0.95).interval().upper());
            assertEquals(0, Proportion.wilson(0, n, 0.95).interval().lower());
        }
    }

    @Test
    void boundsAreSharesThatContainThePoint() {
        var random = new Random(11);
        for (var round = 0; round < 1000; round++) {
            var n = 1 + random.nextInt(round < 900 ? 50 : 1_000_000);
            var share = Proportion.wilson(random.nextInt(n + 1), n, 0.5 + random.nextDouble() * 0.499);
            assertTrue(share.interval().contains(share.point()), () -> "" + share);
            assertTrue(share.interval().lower() >= 0 && share.interval().upper() <= 1, () -> "" + share);
        }
    }

    @Test
    void successesAndFailuresMirror() {
        var yes = Proportion.wilson(3, 17, 0.95).interval();
        var no = Proportion.wilson(14, 17, 0.95).interval();
        assertEquals(1 - yes.upper(), no.lower(), 1e-12);
        assertEquals(1 - yes.lower(), no.upper(), 1e-12);
    }

    @Test
    void impossibleCountsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Proportion.wilson(3, 2, 0.95));
        assertThrows(IllegalArgumentException.class, () -> Proportion.wilson(-1, 2, 0.95));
        assertThrows(IllegalArgumentException.class, () -> Proportion.wilson(1, 2, 95));
    }

    @Test
    void fewerThanFiveAreAFraction() {
        assertFalse(Proportion.wilson(3, 4, 0.95).percentageShown());
        assertTrue(Proportion.wilson(3, 5, 0.95).percentageShown());
    }

    @Test
    void monitoringIsEarlyOnlyStrictlyBeforeImpactOrWithoutOne() {
        assertEquals(Detection.MONITORING_BEFORE_IMPACT, monitoring(at(0), at(-1)));
        assertEquals(Detection.MONITORING_AFTER_IMPACT, monitoring(at(0), at(0)));
        assertEquals(Detection.MONITORING_AFTER_IMPACT, monitoring(at(0), at(1)));
        assertEquals(Detection.MONITORING_BEFORE_IMPACT, monitoring(Stamp.NONE, at(1)));
        assertEquals(Detection.MONITORING_BEFORE_IMPACT, monitoring(Stamp.NOT_YET, at(1)));
        assertEquals(Detection.UNKNOWN, monitoring(Stamp.UNKNOWN, at(1)));
        assertEquals(Detection.UNKNOWN, monitoring(at(0), Stamp.UNKNOWN));
    }

    @Test
    void peopleAndUnknownSourcesStayThatWhateverTheTimes() {
        assertEquals(Detection.HUMAN_OR_CUSTOMER, Detection.classify(Source.HUMAN_OR_CUSTOMER, at(0), at(-1)));
        assertEquals(Detection.UNKNOWN, Detection.classify(Source.UNKNOWN, Stamp.NONE, at(-1)));
    }

    @Test
    void caughtEarlyTalliesEachKind() {
        var caught = CaughtEarly.tally(List.of(Detection.UNKNOWN, Detection.MONITORING_BEFORE_IMPACT,
                Detection.HUMAN_OR_CUSTOMER, Detection.HUMAN_OR_CUSTOMER, Detection.MONITORING_BEFORE_IMPACT,
                Detection.MONITORING_BEFORE_IMPACT, Detection.MONITORING_AFTER_IMPACT));
        assertEquals(new CaughtEarly(3, 1, 2, 1), caught);
        assertEquals(Proportion.wilson(3, 6, 0.95), caught.proportion(0.95));
        assertEquals(Proportion.wilson(4, 6, 0.95), caught.byMonitoring(0.95));
        assertEquals(3.0 / 7, caught.worstCase());
        assertEquals(4.0 / 7, caught.bestCase());
    }

    @Test
    void withoutIncidentsNothingIsCaught() {
        var none = CaughtEarly.tally(List.of());
        assertNull(none.proportion(0.95).point());
        assertNull(none.worstCase());
        var unknown = new CaughtEarly(0, 0, 0, 2);
        assertNull(unknown.proportion(0.95).point());
        assertEquals(0.0, unknown.worstCase());
        assertEquals(1.0, unknown.bestCase());
        assertEquals(0.5, new CaughtEarly(1, 0, 0, 1).worstCase());
    }

    @Test
    void nearMissesWithoutIncidentsHaveNoRatio() {
        var ratio = new NearMissRatio(4, 0);
        assertNull(ratio.ratio());
        assertEquals(1, ratio.share(0.95).point());
        assertNull(new NearMissRatio(0, 0).share(0.95).point());
        assertEquals(0, new NearMissRatio(0, 3).ratio());
    }

    private static Detection monitoring(Stamp impact, Stamp detected) {
        return Detection.classify(Source.MONITORING, impact, detected);
    }

    private static Stamp at(int minute) {
        return Stamp.at(IMPACT.plusSeconds(60L * minute));
    }
}
