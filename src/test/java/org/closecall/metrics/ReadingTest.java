package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {

    @ParameterizedTest
    @CsvSource({"0, NONE", "1, SINGLE", "2, FEW", "4, FEW", "5, ROUGH", "9, ROUGH", "10, NORMAL", "49, NORMAL",
            "50, AMPLE", "100000, AMPLE"})
    void moreIncidentsClimbTheLadder(long n, Reading reading) {
        assertEquals(reading, Reading.of(n));
    }

    @Test
    void eachRungAllowsItsOwn() {
        assertEquals(EnumSet.complementOf(EnumSet.of(Reading.NONE)), where(Reading::pointShown));
        assertEquals(Set.of(Reading.FEW), where(Reading::intervalFirst));
        assertEquals(Set.of(Reading.SINGLE, Reading.FEW), where(Reading::rawValues));
        assertEquals(Set.of(Reading.ROUGH), where(Reading::rough));
        assertEquals(EnumSet.range(Reading.ROUGH, Reading.AMPLE), where(Reading::medianShown));
        assertEquals(EnumSet.range(Reading.ROUGH, Reading.AMPLE), where(Reading::trendShown));
    }

    @ParameterizedTest
    @CsvSource({"10, 0.9", "20, 0.95", "100, 0.99", "4, 0.75", "10, 0.1", "2, 0.5"})
    void percentilesNeedAValueBeyondThem(int fewest, double p) {
        assertTrue(Reading.percentileShown(fewest, p));
        assertFalse(Reading.percentileShown(fewest - 1, p));
    }

    @Test
    void medianIntervalNeedsSix() {
        assertTrue(Reading.medianIntervalShown(6));
        assertFalse(Reading.medianIntervalShown(5));
    }

    private static Set<Reading> where(Predicate<Reading> allowed) {
        return EnumSet.allOf(Reading.class).stream().filter(allowed).collect(Collectors.toSet());
    }
}
