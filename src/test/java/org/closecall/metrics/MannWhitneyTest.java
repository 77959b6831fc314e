package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MannWhitneyTest {

    @Test
    void swappingTheSamplesTurnsEverythingRound() {
        var random = new Random(1);
        for (var round = 0; round < 150; round++) {
            double[] x = sample(random, 1 + random.nextInt(30)), y = sample(random, 1 + random.nextInt(70));
            MannWhitney one = MannWhitney.of(x, y, 0.95), other = MannWhitney.of(y, x, 0.95);
            assertEquals((double) x.length * y.length, one.u() + other.u(), 1e-9);
            assertEquals(one.p(), other.p(), 1e-12);
            assertEquals(-one.shift(), other.shift(), 1e-12);
            assertEquals(1, one.chanceOfLess() + other.chanceOfLess(), 1e-12);
            assertTrue(one.interval().contains(one.shift()), () -> "" + one);
            assertEquals(one.interval().isNone(), other.interval().isNone());
            assertTrue(one.interval().isNone() || -one.interval().lower() == other.interval().upper());
        }
    }

    @Test
    void itPicksDifferencesByRankAsIfAllWereWrittenDown() {
        var random = new Random(2);
        for (var round = 0; round < 150; round++) {
            double[] x = sample(random, 1 + random.nextInt(20)), y = sample(random, 1 + random.nextInt(20));
            var all = Arrays.stream(y).flatMap(after -> Arrays.stream(x).map(before -> after - before)).sorted().toArray();
            assertEquals(Percentiles.median(all), MannWhitney.of(x, y, 0.95).shift(), 1e-12);
        }
    }

    @Test
    void aShiftIsFoundAndScaleCarriesOver() {
        var random = new Random(3);
        for (var round = 0; round < 100; round++) {
            double[] x = sample(random, 12), y = sample(random, 9);
            var plain = MannWhitney.of(x, y, 0.95);
            var later = MannWhitney.of(x, Arrays.stream(y).map(one -> one + 64).toArray(), 0.95);
            assertEquals(plain.shift() + 64, later.shift(), 1e-9);
            assertTrue(later.chanceOfLess() <= plain.chanceOfLess());
            var hours = MannWhitney.of(scaled(x), scaled(y), 0.95);
            assertEquals(plain.p(), hours.p(), 1e-12);
            assertEquals(plain.shift() * 4, hours.shift(), 1e-9);
        }
    }

    private static double[] scaled(double[] values) {
        return Arrays.stream(values).map(one -> one * 4).toArray();
    }

    @Test
    void exactAndApproximateIntervalsNearlyAgree() {
        var random = new Random(4);
        double[] x = random.doubles(49).toArray(), y = random.doubles(49).toArray();
        var exact = MannWhitney.of(x, y, 0.95);
        var oneMore = Arrays.copyOf(y, 50);
        oneMore[49] = random.nextDouble();
        var approximate = MannWhitney.of(x, oneMore, 0.95);
        assertTrue(exact.exact());
        assertFalse(approximate.exact());
        assertEquals(exact.interval().lower(), approximate.interval().lower(), 0.05);
        assertEquals(exact.p(), approximate.p(), 0.15);
    }

    @Test
    void fewValuesHaveNoIntervalAndNoneNothing() {
        assertTrue(MannWhitney.of(new double[] {1, 2, 3}, new double[] {4, 5, 6}, 0.95).interval().isNone());
        var equal = MannWhitney.of(new double[] {3, 3, 3, 3, 3}, new double[] {3, 3, 3, 3, 3}, 0.95);
        assertEquals(1, equal.p());
        assertEquals(0, equal.shift());
        var none = MannWhitney.of(new double[0], new double[] {1}, 0.95);
        assertNull(none.p());
        assertNull(none.shift());
        assertNull(none.chanceOfLess());
        assertThrows(IllegalArgumentException.class,
                () -> MannWhitney.of(new double[] {Double.NaN}, new double[] {1}, 0.95));
    }

    @Test
    void aHundredThousandASideTakeNoQuadraticTime() {
        var random = new Random(5);
        double[] x = random.doubles(100_000).toArray(), y = random.doubles(100_000).map(one -> one / 2).toArray();
        assertTimeout(Duration.ofSeconds(5), () -> assertEquals(-0.25, MannWhitney.of(x, y, 0.95).shift(), 0.01));
    }

    /** Whole minutes, so that some tie; half of the rounds without ties. */
    private static double[] sample(Random random, int n) {
        var whole = random.nextBoolean();
        return random.doubles(n).map(one -> Math.exp(4 + 2 * one)).map(one -> whole ? Math.rint(one) : one).toArray();
    }
}
