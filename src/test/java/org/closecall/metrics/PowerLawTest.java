package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PowerLawTest {
    private final Random random = new Random(62);

    @Test
    void theCurveEndsAtTheNumberOfEvents() {
        for (var round = 0; round < 50; round++) {
            var events = atRandom(3 + random.nextInt(60), 100);
            var law = PowerLaw.of(events).orElseThrow();
            assertEquals(events.n(), law.expected(100), 1e-6);
            assertEquals(1, law.meanTimeBetweenAtEnd() * law.intensityAtEnd(), 1e-12);
            assertTrue(law.betaInterval(0.95).contains(law.beta()));
            assertTrue(law.betaInterval(0.99).lower() < law.betaInterval(0.95).lower());
            assertTrue(law.modifiedAtEnd(0.95).interval().contains(law.modifiedAtEnd(0.95).value()));
            assertTrue(law.betaUnbiased() < law.beta());
            assertEquals(1 - law.betaUnbiased(), law.growthSlope(), 1e-12);
        }
    }

    @Test
    void theUnitOfTimeDoesNotMatter() {
        var events = atRandom(20, 100);
        var scaled = EventTimes.within(6000, Arrays.stream(events.times()).map(t -> t * 60).toArray());
        var one = PowerLaw.of(events).orElseThrow();
        var other = PowerLaw.of(scaled).orElseThrow();
        assertEquals(one.beta(), other.beta(), 1e-9);
        assertEquals(one.fit().statistic(), other.fit().statistic(), 1e-9);
        assertEquals(one.meanTimeBetweenAtEnd() * 60, other.meanTimeBetweenAtEnd(), 1e-6);
    }

    @Test
    void systemsObservedForDifferentTimesCannotBePooled() {
        var systems = List.of(EventTimes.within(10, 1, 2, 3), EventTimes.within(20, 1, 2, 3));
        assertThrows(IllegalArgumentException.class, () -> PowerLaw.pooled(systems));
        assertTrue(MilitaryHandbook.pooled(systems).isPresent());
    }

    @Test
    void fewEventsHaveNoCurve() {
        assertEquals(Optional.empty(), PowerLaw.of(EventTimes.within(10, 1, 2)));
        assertEquals(Optional.empty(), PowerLaw.of(EventTimes.within(10, 0, 0, 0, 1, 2)));
        assertEquals(3, PowerLaw.of(EventTimes.within(10, 0, 0, 0, 1, 2, 3)).orElseThrow().leftOut());
        assertEquals(Optional.empty(), PowerLaw.of(EventTimes.within(10, 10, 10, 10)));
    }

    @Test
    void aStepIsNoPowerLaw() {
        var step = EventTimes.within(100, random.doubles(60, 49, 51).toArray());
        assertFalse(PowerLaw.of(step).orElseThrow().fit().passes());
        assertTrue(PowerLaw.of(ClassicSeries.COAL_MINE.events()).orElseThrow().fit().passes());
    }

    private EventTimes atRandom(int n, double window) {
        return EventTimes.within(window, random.doubles(n, window / 1000, window).toArray());
    }
}
