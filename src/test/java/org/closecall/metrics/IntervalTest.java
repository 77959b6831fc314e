package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IntervalTest {

    @Test
    void containsItsBoundsAndNothingBeyond() {
        var interval = new Interval(1.0, 2.0, 0.95);
        assertTrue(interval.contains(1) && interval.contains(2));
        assertFalse(interval.contains(0.9) || interval.contains(2.1));
    }

    @Test
    void anOpenSideAdmitsEverything() {
        assertTrue(new Interval(1.0, null, 0.95).contains(1e9));
        assertFalse(new Interval(1.0, null, 0.95).contains(0));
        assertTrue(new Interval(null, 2.0, 0.95).contains(-1e9));
        assertFalse(new Interval(null, 2.0, 0.95).contains(3));
    }

    @Test
    void oneBoundIsStillAnInterval() {
        assertTrue(Interval.none(0.95).isNone());
        assertFalse(new Interval(1.0, null, 0.95).isNone());
        assertFalse(new Interval(null, 2.0, 0.95).isNone());
    }

    @Test
    void aLevelLiesBetweenZeroAndOne() {
        assertThrows(IllegalArgumentException.class, () -> Interval.none(0));
        assertThrows(IllegalArgumentException.class, () -> Interval.none(1));
        assertThrows(IllegalArgumentException.class, () -> Interval.none(Double.NaN));
        assertEquals(1.959964, Interval.z(0.95), 1e-6);
    }
}
