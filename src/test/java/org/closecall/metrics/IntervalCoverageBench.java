package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** How often 95 % intervals hold the truth, simulated and printed: durations as Google's, counts as a team has them. */
class IntervalCoverageBench {
    private static final int SERIES = 4_000;
    private static final NormalDistribution LOG_MINUTES = NormalDistribution.of(4.25, 1.25);
    private static final double MEDIAN = Math.exp(4.25);

    @Test
    void ofTheKaplanMeierMedian() {
        for (var n : List.of(8, 15, 30, 100)) {
            for (var band : Band.values()) {
                var covered = share(random -> KaplanMeier.of(minutes(random, n), new double[0], 0.95, band).median()
                        .interval().contains(MEDIAN));
                print("median, n = " + n + ", band " + band, covered);
                assertTrue(band != Band.LOG_LOG || covered > 0.92);
            }
            var censored = share(random -> KaplanMeier.of(censored(random, n), 0.95, Band.LOG_LOG).median().interval()
                    .contains(MEDIAN));
            print("median, n = " + n + ", a fifth open", censored);
            assertTrue(censored > 0.92);
        }
    }

    @Test
    void ofTheShiftAndOfTheMean() {
        for (var n : List.of(8, 20, 60)) {
            print("shift, " + n + " a side", share(random -> MannWhitney.of(minutes(random, n), minutes(random, n), 0.95)
                    .interval().contains(0)));
            print("geometric mean, n = " + n, share(random -> DurationSummary.geometricMean(minutes(random, n), 0.95)
                    .interval().contains(MEDIAN)));
        }
    }

    @Test
    void ofRatiosAndDifferences() {
        for (var mean : List.of(3, 10, 40)) {
            print("rate ratio, " + mean + " expected", share(random -> RateRatio.of(poisson(random, mean), 90,
                    poisson(random, mean / 2.0), 90, 0.95).interval().contains(2)));
            print("difference of shares, n = " + 2 * mean, share(random -> ProportionDifference.of(
                    wilson(random, 2 * mean, 0.7), wilson(random, 2 * mean, 0.4)).interval().contains(0.3)));
        }
    }

    private static double share(Function<SplittableRandom, Boolean> covers) {
        var random = new SplittableRandom(11);
        return IntStream.range(0, SERIES).filter(round -> covers.apply(random)).count() / (double) SERIES;
    }

    private static void print(String what, double covered) {
        System.out.printf("coverage of 95 %% intervals: %-40s %.1f %%%n", what, 100 * covered);
    }

    private static double[] minutes(SplittableRandom random, int n) {
        return DoubleStream.generate(() -> Math.exp(LOG_MINUTES.inverseCumulativeProbability(random.nextDouble())))
                .limit(n).toArray();
    }

    /** Watched for a time of its own, which ends before it does in a fifth of cases. */
    private static List<Observation> censored(SplittableRandom random, int n) {
        return Arrays.stream(minutes(random, n)).mapToObj(one -> {
            var watched = 4 * minutes(random, 1)[0];
            return new Observation(Math.min(one, watched), one <= watched);
        }).toList();
    }

    private static int poisson(SplittableRandom random, double mean) {
        var count = 0;
        for (var sum = -Math.log(1 - random.nextDouble()); sum < mean; sum -= Math.log(1 - random.nextDouble())) {
            count++;
        }
        return count;
    }

    private static Proportion wilson(SplittableRandom random, int n, double p) {
        return Proportion.wilson(IntStream.range(0, n).filter(i -> random.nextDouble() < p).count(), n, 0.95);
    }
}
