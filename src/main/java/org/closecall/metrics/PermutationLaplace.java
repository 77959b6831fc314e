package org.closecall.metrics;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.closecall.metrics.TrendTest.Method;

/**
 * Laplace's statistic against the same gaps in every other order: S = sum of gap_i (n - i), i from 1. It needs no
 * assumption about how gaps are spread, so bunched events do not deceive it; it costs 6 to 15 points of power. Up to
 * 7 gaps every order is tried; up to 1,000 a sample of 9,999 orders, the seed a hash of the gaps so that the same data
 * always give the same p; above, S is normal with the exact mean and variance over all orders. The statistic given is
 * S standardised in the same way: negative when events lie early.
 *
 * <p>Sources: METRICS 3.5; the sampled p is (1 + exceedances) / (B + 1): A. C. Davison and D. V. Hinkley, Bootstrap
 * Methods and their Application (1997).
 */
public final class PermutationLaplace {
    static final int ORDERS = 9_999;
    private static final int MOST_FOR_ALL = 7;
    private static final int MOST_FOR_SAMPLE = 1_000;
    /** Sums of the same gaps in another order may differ in the last digits. */
    private static final double ROUNDING = 1e-9;

    private PermutationLaplace() {
    }

    /** Empty with fewer than two gaps, or when all are equal: then every order is the same. */
    public static Optional<TrendTest> test(EventTimes events) {
        return test(events, ORDERS);
    }

    static Optional<TrendTest> test(EventTimes events, int orders) {
        var gaps = events.gaps();
        var n = gaps.length;
        var deviation = deviation(gaps);
        if (n < 2 || deviation <= ROUNDING * expected(gaps)) {
            return Optional.empty();
        }
        var z = (sum(gaps) - expected(gaps)) / deviation;
        var normal = TrendTest.normal(Method.PERMUTATION_LAPLACE, n, z);
        if (n > MOST_FOR_SAMPLE) {
            return Optional.of(normal);
        }
        var tally = new Tally(gaps);
        if (n <= MOST_FOR_ALL) {
            tally.all(gaps.clone(), n);
        } else {
            tally.sample(gaps.clone(), orders);
        }
        return Optional.of(new TrendTest(Method.PERMUTATION_LAPLACE, n, z, null, tally.p(), tally.improving(), 0));
    }

    private static double expected(double[] gaps) {
        return Arrays.stream(gaps).sum() * (gaps.length - 1) / 2;
    }

    private static double sum(double[] gaps) {
        var sum = 0.0;
        for (var i = 0; i < gaps.length; i++) {
            sum += gaps[i] * (gaps.length - 1 - i);
        }
        return sum;
    }

    private static double deviation(double[] gaps) {
        var n = (double) gaps.length;
        var mean = Arrays.stream(gaps).average().orElse(0);
        return Math.sqrt(Arrays.stream(gaps).map(gap -> (gap - mean) * (gap - mean)).sum() * n * (n + 1) / 12);
    }

    /** How many orders were tried, and how many are as far out, or as early, as what was observed. */
    private static final class Tally {
        private final double expected;
        private final double observed;
        private final double slack;
        private final long seed;
        private int tried;
        private int asFar;
        private int asEarly;

        Tally(double[] gaps) {
            expected = expected(gaps);
            observed = PermutationLaplace.sum(gaps);
            slack = ROUNDING * expected;
            seed = Arrays.stream(gaps).mapToLong(Double::doubleToLongBits).reduce(1, (hash, bits) -> 31 * hash + bits);
        }

        void all(double[] gaps, int size) {
            if (size == 1) {
                count(PermutationLaplace.sum(gaps));
            }
            for (var i = 0; i < size && size > 1; i++) {
                all(gaps, size - 1);
                swap(gaps, size % 2 == 0 ? i : 0, size - 1);
            }
        }

        void sample(double[] gaps, int orders) {
            var random = new SplittableRandom(seed);
            count(observed);
            for (var round = 0; round < orders; round++) {
                count(shuffled(gaps, random));
            }
        }

        /** Shuffles and sums in one go: a gap that has its place is not moved again. */
        private static double shuffled(double[] gaps, SplittableRandom random) {
            var sum = 0.0;
            for (var i = gaps.length - 1; i > 0; i--) {
                swap(gaps, i, below(i + 1, random));
                sum += gaps[i] * (gaps.length - 1 - i);
            }
            return sum + gaps[0] * (gaps.length - 1);
        }

        /** Uneven by less than 1 in 4 million, and twice as fast as what is exact. */
        private static int below(int bound, SplittableRandom random) {
            return (int) ((random.nextInt() & 0xffffffffL) * bound >>> 32);
        }

        double p() {
            return asFar / (double) tried;
        }

        double improving() {
            return asEarly / (double) tried;
        }

        private void count(double sum) {
            tried++;
            asFar += Math.abs(sum - expected) >= Math.abs(observed - expected) - slack ? 1 : 0;
            asEarly += sum <= observed + slack ? 1 : 0;
        }

        private static void swap(double[] gaps, int i, int j) {
            var kept = gaps[i];
            gaps[i] = gaps[j];
            gaps[j] = kept;
        }
    }
}
