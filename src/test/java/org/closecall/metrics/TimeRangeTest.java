package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeRangeTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void touchingAndOverlappingRangesMerge() {
        assertEquals(List.of(hours(0, 3), hours(4, 9)),
                TimeRange.union(List.of(hours(4, 6), hours(0, 1), hours(1, 3), hours(5, 9), hours(5, 6))));
    }

    @Test
    void rangesWithoutLengthStayUnlessCovered() {
        assertEquals(List.of(hours(0, 2), hours(5, 5)),
                TimeRange.union(List.of(hours(5, 5), hours(0, 2), hours(2, 2), hours(1, 1), hours(5, 5))));
        assertEquals(List.of(), TimeRange.union(List.of()));
    }

    @Test
    void itsStartIsInsideAndItsEndIsNot() {
        assertTrue(hours(1, 2).contains(hour(1)));
        assertFalse(hours(1, 2).contains(hour(2)));
        assertFalse(hours(1, 1).contains(hour(1)));
    }

    @Test
    void clippingNeverLeavesTheRange() {
        assertEquals(hours(2, 4), hours(2, 8).until(hour(4)));
        assertEquals(hours(2, 2), hours(2, 8).until(hour(1)));
        assertEquals(hours(2, 8), hours(2, 8).until(hour(9)));
        assertEquals(hours(3, 8), hours(2, 8).from(hour(3)));
        assertEquals(hours(8, 8), hours(2, 8).from(hour(9)));
        assertEquals(hours(4, 6), hours(2, 8).within(hours(4, 6)));
        assertEquals(hours(4, 6), hours(4, 6).within(hours(2, 8)));
        assertEquals(0, hours(0, 1).within(hours(2, 3)).hours());
        assertEquals(0, hours(2, 3).within(hours(0, 1)).hours());
    }

    @Test
    void elapsedTimeKeepsFractionsAndSign() {
        var later = MIDNIGHT.plusMillis(90_500);
        assertEquals(90.5 / 60, TimeRange.minutes(MIDNIGHT, later), 1e-12);
        assertEquals(-90.5 / 3600, TimeRange.hours(later, MIDNIGHT), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> new TimeRange(later, MIDNIGHT));
    }

    @Test
    void unionIsNeverLongerThanTheSumAndIgnoresOrder() {
        var random = new Random(3);
        for (var round = 0; round < 200; round++) {
            var ranges = new ArrayList<TimeRange>();
            var busy = new boolean[1000];
            for (var i = random.nextInt(30); i >= 0; i--) {
                int start = random.nextInt(900), length = random.nextInt(100);
                ranges.add(hours(start, start + length));
                Arrays.fill(busy, start, start + length, true);
            }
            var union = TimeRange.union(ranges);
            Collections.shuffle(ranges, random);
            assertEquals(union, TimeRange.union(ranges));
            assertTrue(TimeRange.totalHours(union) <= TimeRange.totalHours(ranges));
            assertEquals(count(busy), TimeRange.totalHours(union));
        }
    }

    private static int count(boolean[] flags) {
        var count = 0;
        for (var flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }

    private static TimeRange hours(int start, int end) {
        return new TimeRange(hour(start), hour(end));
    }

    private static Instant hour(int hour) {
        return MIDNIGHT.plusSeconds(3600L * hour);
    }
}
