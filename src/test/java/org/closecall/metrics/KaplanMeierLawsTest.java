package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KaplanMeierLawsTest {

    @Test
    void withoutCensoringItsMedianIsTheOrdinaryOne() {
        var random = new Random(5);
        for (var round = 0; round < 300; round++) {
            var values = random.doubles(1 + random.nextInt(60)).map(one -> Math.rint(one * 40)).toArray();
            var resolved = Arrays.stream(values).mapToObj(one -> new Observation(one, true)).toList();
            assertEquals(Percentiles.median(values), KaplanMeier.of(resolved).median().value(), 1e-12);
        }
    }

    @Test
    void orderDoesNotMatterAndScaleCarriesOver() {
        var random = new Random(6);
        for (var round = 0; round < 200; round++) {
            var observations = random(random, 6 + random.nextInt(60));
            var median = KaplanMeier.of(observations).median();
            Collections.shuffle(observations, random);
            assertEquals(median, KaplanMeier.of(observations).median());
            var hours = observations.stream().map(one -> new Observation(one.time() * 4, one.event())).toList();
            var scaled = KaplanMeier.of(hours).median();
            assertEquals(median.value() == null ? null : (Double) (median.value() * 4), scaled.value());
            assertEquals(median.interval().lower() == null ? null : (Double) (median.interval().lower() * 4),
                    scaled.interval().lower());
        }
    }

    @Test
    void survivalFallsWithinItsBand() {
        var random = new Random(7);
        for (var round = 0; round < 200; round++) {
            var before = 1.0;
            var band = Band.values()[round % 3];
            for (var step : KaplanMeier.of(random(random, 40), 0.9, band).steps()) {
                assertTrue(step.survival() <= before && step.survival() >= 0);
                assertTrue(new Interval(step.lower(), step.upper(), 0.9).contains(step.survival()), () -> "" + step);
                assertTrue(step.lower() == null || step.lower() >= 0 && step.upper() <= 1);
                before = step.survival();
            }
        }
    }

    @Test
    void leavingOpenOnesOutNeverLengthensTheMedian() {
        var random = new Random(8);
        for (var round = 0; round < 200; round++) {
            var bias = OpenIncidentBias.of(random(random, 30));
            assertTrue(bias.median() == null || bias.median() >= bias.resolvedMedian(), () -> "" + bias);
        }
    }

    @Test
    void aHundredThousandTakeNoQuadraticTime() {
        var observations = random(new Random(9), 100_000);
        assertTimeout(Duration.ofSeconds(5), () -> assertEquals(100_000, KaplanMeier.of(observations).median().n()));
    }

    /** Exponential times, of which a quarter are open; in whole units, so that some tie, unless there are many. */
    private static List<Observation> random(Random random, int n) {
        var observations = new ArrayList<Observation>();
        for (var i = 0; i < n; i++) {
            var time = -100 * Math.log(1 - random.nextDouble());
            observations.add(new Observation(n > 1000 ? time : Math.ceil(time), random.nextInt(4) > 0));
        }
        return observations;
    }
}
