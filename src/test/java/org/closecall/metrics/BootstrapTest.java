package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static final ToDoubleFunction<double[]> MEAN = values -> Arrays.stream(values).average().orElseThrow();

    @Test
    void refusesFewValuesAndEqualOnes() {
        assertTrue(Bootstrap.interval(new Random(1).doubles(19).toArray(), 0.95, MEAN).isNone());
        var equal = new double[40];
        Arrays.fill(equal, 7);
        assertTrue(Bootstrap.interval(equal, 0.95, MEAN).isNone());
        assertTrue(Bootstrap.interval(new Random(1).doubles(20).toArray(), 0.95, values -> values.length).isNone());
    }

    @Test
    void ofNormalValuesItIsNearlyStudentsInterval() {
        var random = new Random(2);
        var values = random.doubles(60).map(one -> 100 + 10 * random.nextGaussian()).toArray();
        var interval = Bootstrap.interval(values, 0.95, MEAN);
        var mean = MEAN.applyAsDouble(values);
        assertTrue(interval.contains(mean));
        var deviation = Math.sqrt(Arrays.stream(values).map(one -> (one - mean) * (one - mean)).sum() / 59 / 60);
        assertEquals(mean - 2 * deviation, interval.lower(), 0.3);
        assertEquals(mean + 2 * deviation, interval.upper(), 0.3);
    }

    @Test
    void theSameValuesGiveTheSameIntervalAndScaleCarriesOver() {
        var values = new Random(3).doubles(25).map(one -> Math.exp(3 * one)).toArray();
        var interval = Bootstrap.interval(values, 0.9, MEAN);
        assertEquals(interval, Bootstrap.interval(values, 0.9, MEAN));
        var scaled = Bootstrap.interval(Arrays.stream(values).map(one -> one * 8).toArray(), 0.9, MEAN);
        assertEquals(interval.lower() * 8, scaled.lower(), 1e-9);
        assertEquals(interval.upper() * 8, scaled.upper(), 1e-9);
    }

    @Test
    void skewPushesTheIntervalToItsSide() {
        var values = new Random(4).doubles(40).map(one -> Math.exp(4 * one)).toArray();
        assertTrue(Bootstrap.acceleration(samples -> MEAN.applyAsDouble(samples[0]), values) > 0);
        var mirrored = Arrays.stream(values).map(one -> -one).toArray();
        assertEquals(Bootstrap.acceleration(samples -> MEAN.applyAsDouble(samples[0]), values),
                -Bootstrap.acceleration(samples -> MEAN.applyAsDouble(samples[0]), mirrored), 1e-12);
    }
}
