package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DetectableChangeTest {

    @Test
    void belowNineNotEvenADropToZeroIsVisible() {
        IntStream.range(0, 8).forEach(n -> assertNull(DetectableChange.from(n).drop()));
        assertNull(DetectableChange.from(0).multiple());
        assertEquals(0.83, DetectableChange.from(14).drop(), 0.005);
    }

    @Test
    void moreEventsShowSmallerChanges() {
        for (var n = 9; n < 400; n += 7) {
            DetectableChange fewer = DetectableChange.from(n), more = DetectableChange.from(n + 7);
            assertTrue(more.drop() <= fewer.drop() && more.multiple() <= fewer.multiple(), () -> fewer + " " + more);
        }
    }

    @Test
    void whatIsNeededShowsTheChangeAndOneLessDoesNot() {
        for (var ratio : new double[] {0, 0.2, 0.5, 0.8, 1.5, 3}) {
            var needed = DetectableChange.eventsToSee(ratio);
            assertTrue(DetectableChange.power(needed, ratio) >= 0.8);
            assertTrue(DetectableChange.power(needed - 1, ratio) < 0.8);
        }
    }

    @Test
    void theApproximationForLargeCountsJoinsTheExactPower() {
        for (var ratio : new double[] {0.9, 0.93, 1.08}) {
            var joint = 5_000 / (1 + ratio);
            assertEquals(DetectableChange.power(joint, ratio), DetectableChange.power(joint + 0.001, ratio), 0.01);
        }
    }

    @Test
    void monthsFollowFromTheVolume() {
        assertEquals(DetectableChange.eventsToSee(0.5), DetectableChange.monthsToSee(1, 0.5));
        assertEquals((DetectableChange.eventsToSee(0.5) + 4) / 5, DetectableChange.monthsToSee(5, 0.5));
        assertNull(DetectableChange.monthsToSee(0, 0.5));
    }

    /** METRICS 12.4, computed independently. */
    @Test
    void durationsNeedManyMore() {
        double[] ratios = {0.9, 0.8, 0.7, 0.5, 0.2};
        int[] needed = {2210, 493, 193, 52, 10};
        for (var i = 0; i < ratios.length; i++) {
            assertEquals(needed[i], DetectableChange.durationsToSee(ratios[i]));
            assertEquals(1 - ratios[i], DetectableChange.shorteningFrom(needed[i]), 0.01);
        }
        assertNull(DetectableChange.shorteningFrom(4));
    }

    @Test
    void refusesWhatIsNoChange() {
        assertThrows(IllegalArgumentException.class, () -> DetectableChange.eventsToSee(1));
        assertThrows(IllegalArgumentException.class, () -> DetectableChange.eventsToSee(-0.5));
        assertThrows(IllegalArgumentException.class, () -> DetectableChange.durationsToSee(0));
        assertThrows(IllegalArgumentException.class, () -> DetectableChange.from(-1));
    }
}
