package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.closecall.metrics.PoissonProcess.Truncation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoissonProcessTest {

    @ParameterizedTest
    @CsvSource({"1, 0.18, 39.5", "2, 0.28, 8.26", "3, 0.34, 4.85", "5, 0.43, 3.08", "10, 0.54, 2.09",
            "20, 0.65, 1.64", "30, 0.70, 1.48", "50, 0.76, 1.35", "100, 0.82, 1.23"})
    void intervalIsAsWideAsTabulated(int events, double lower, double upper) {
        var interval = PoissonProcess.meanTimeBetween(events, events, 0.95).interval();
        assertEquals(lower, interval.lower(), 0.005);
        assertEquals(upper, interval.upper(), 0.05);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 3.6888794541139354", "1, 0.025317807984289876, 5.571643390938898",
            "100, 81.36399125092314, 121.62679379242638", "5000, 4862.359188694899, 5140.5489485350045"})
    void rateHasGarwoodsInterval(int events, double lower, double upper) {
        var rate = PoissonProcess.rate(events, 1, 0.95);
        assertEquals(events, rate.value());
        assertEquals(lower, rate.interval().lower(), lower * 1e-9);
        assertEquals(upper, rate.interval().upper(), upper * 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"0, 2.9957322735539895", "1, 4.743864518390577", "3, 7.753656527932725", "100, 118.07927278209706"})
    void oneSidedClaimUsesTheWholeError(int events, double highestRate) {
        assertEquals(1000 / highestRate, PoissonProcess.atLeast(events, 1000, 0.95), 1e-6);
    }

    @Test
    void noEventsGiveOnlyALowerBound() {
        var estimate = PoissonProcess.meanTimeBetween(0, 90, 0.95);
        assertNull(estimate.value());
        assertNull(estimate.interval().upper());
        assertEquals(30, estimate.interval().lower(), 0.05);
        assertEquals(0, estimate.n());
        assertEquals(90, estimate.exposure());
    }

    @Test
    void noExposureGivesNothing() {
        for (var estimate : List.of(PoissonProcess.meanTimeBetween(0, 0, 0.95),
                PoissonProcess.meanTimeBetween(2, 0, 0.95), PoissonProcess.rate(2, 0, 0.95))) {
            assertNull(estimate.value());
            assertTrue(estimate.interval().isNone());
        }
    }

    @Test
    void impossibleInputIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> PoissonProcess.rate(-1, 10, 0.95));
        assertThrows(IllegalArgumentException.class, () -> PoissonProcess.rate(1, -10, 0.95));
        assertThrows(IllegalArgumentException.class, () -> PoissonProcess.rate(1, Double.NaN, 0.95));
        assertThrows(IllegalArgumentException.class, () -> PoissonProcess.rate(1, 10, 1));
        assertThrows(IllegalArgumentException.class, () -> PoissonProcess.atLeast(1, 10, 0));
        assertThrows(IllegalArgumentException.class,
                () -> PoissonProcess.meanTimeBetween(0, 10, 0.95, Truncation.FAILURE));
    }

    @Test
    void timeAndRateAreReciprocal() {
        var random = new Random(1);
        for (var i = 0; i < 200; i++) {
            var events = 1 + random.nextInt(500);
            var exposure = random.nextDouble() * 10_000 + 1;
            var time = PoissonProcess.meanTimeBetween(events, exposure, 0.9);
            var rate = PoissonProcess.rate(events, exposure, 0.9);
            assertEquals(1, time.value() * rate.value(), 1e-9);
            assertEquals(1, time.interval().lower() * rate.interval().upper(), 1e-9);
            assertEquals(1, time.interval().upper() * rate.interval().lower(), 1e-9);
        }
    }

    @Test
    void boundsContainThePointAndWidenWithConfidence() {
        var random = new Random(2);
        for (var i = 0; i < 200; i++) {
            var events = 1 + random.nextInt(300);
            var truncation = random.nextBoolean() ? Truncation.TIME : Truncation.FAILURE;
            var low = PoissonProcess.meanTimeBetween(events, 1000, 0.5 + random.nextDouble() * 0.3, truncation);
            var high = PoissonProcess.meanTimeBetween(events, 1000, 0.85 + random.nextDouble() * 0.14, truncation);
            assertTrue(low.interval().contains(low.value()), () -> "" + low);
            assertTrue(high.interval().lower() < low.interval().lower(), () -> low + " " + high);
            assertTrue(high.interval().upper() > low.interval().upper(), () -> low + " " + high);
        }
    }

    @Test
    void aWindowEndingAtAnEventHasTheHigherLowerBound() {
        var byTime = PoissonProcess.meanTimeBetween(4, 1000, 0.95).interval();
        var byFailure = PoissonProcess.meanTimeBetween(4, 1000, 0.95, Truncation.FAILURE).interval();
        assertTrue(byFailure.lower() > byTime.lower());
        assertEquals(byTime.upper(), byFailure.upper());
    }

    @Test
    void poolingSumsExposureAndIncidents() {
        var pooled = Exposure.pool(List.of(new Exposure(100, 3), new Exposure(50, 0)));
        assertEquals(new Exposure(150, 3), pooled);
        assertEquals(50, pooled.meanTimeBetween(0.95).value());
        assertEquals(0.02, pooled.rate(0.95).value());
        assertNull(Exposure.pool(List.of()).rate(0.95).value());
    }
}
