package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuietPeriodTest {

    @Test
    void nothingCompletedGivesNoMeasure() {
        assertEquals(Optional.empty(), QuietPeriod.of(10, 0, 5));
        assertEquals(Optional.empty(), QuietPeriod.of(0, 3, 5));
    }

    @Test
    void noTimeAtAllIsCertainlyExceeded() {
        var quiet = QuietPeriod.of(10, 20, 0).orElseThrow();
        assertEquals(1, quiet.singleGap());
        assertEquals(1, quiet.longestGap());
    }

    @Test
    void oneGapIsItsOwnLongest() {
        var quiet = QuietPeriod.of(10, 1, 25).orElseThrow();
        assertEquals(quiet.singleGap(), quiet.longestGap(), 1e-12);
        assertEquals(10, quiet.expectedLongest());
        assertEquals(-10 * Math.log(0.05), quiet.remarkable(), 1e-9);
    }

    @Test
    void whatIsRemarkableIsExceededOnceInTwenty() {
        var random = new Random(12);
        for (var round = 0; round < 200; round++) {
            var n = 1 + random.nextInt(2000);
            var mean = random.nextDouble() * 1000 + 0.1;
            var limit = QuietPeriod.of(mean, n, 0).orElseThrow().remarkable();
            assertEquals(0.05, QuietPeriod.of(mean, n, limit).orElseThrow().longestGap(), 1e-9);
            assertTrue(limit > QuietPeriod.of(mean, n, 0).orElseThrow().expectedLongest());
        }
    }

    @Test
    void impossibleGapsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> QuietPeriod.of(-1, 2, 3));
        assertThrows(IllegalArgumentException.class, () -> QuietPeriod.of(1, -2, 3));
        assertThrows(IllegalArgumentException.class, () -> QuietPeriod.of(1, 2, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> QuietPeriod.of(1, 2, Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class,
                () -> QuietPeriod.of(Double.POSITIVE_INFINITY, 2, Double.POSITIVE_INFINITY));
    }
}
