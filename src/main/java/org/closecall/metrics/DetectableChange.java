package org.closecall.metrics;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntPredicate;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * Which change of a rate can be seen at all: found in 80 of 100 cases by the exact test of {@link RateRatio} at the
 * 5 % level, with equal exposure before and after. The power is exact: the conditional binomial test summed over the
 * Poisson distribution of the total. Above 5,000 expected events in all the normal approximation of the logarithm
 * of the ratio stands in, which differs by less than 0.01 there.
 *
 * @param baseline events expected before
 * @param drop the smallest drop seen as a share, in steps of 0.01: 0.83 is "83 % fewer"; null when not even a drop to
 *     zero would be
 * @param multiple the smallest rise seen, in steps of 0.05: 2.45 is "2.45 times as many"; null without events
 */
public record DetectableChange(long baseline, Double drop, Double multiple) {
    private static final double POWER = 0.8;
    private static final double ALPHA = 0.05;
    private static final int FEWEST = 6;
    private static final int LARGE = 5_000;
    private static final int MOST = 100_000_000;
    private static final double SD_LOG = 1.25;
    private static final AtomicReferenceArray<DetectableChange> KNOWN = new AtomicReferenceArray<>(LARGE + 1);
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double Z = NORMAL.inverseSurvivalProbability(ALPHA / 2)
            + NORMAL.inverseCumulativeProbability(POWER);

    /** What is visible from this many events before; negative numbers are refused. Asked again it is remembered. */
    public static DetectableChange from(long baseline) {
        if (baseline < 0) {
            throw new IllegalArgumentException("no such count: " + baseline);
        }
        if (baseline > LARGE) {
            return worked(baseline);
        }
        var known = KNOWN.get((int) baseline);
        if (known == null) {
            known = worked(baseline);
            KNOWN.set((int) baseline, known);
        }
        return known;
    }

    private static DetectableChange worked(long baseline) {
        var drop = first(1, 101, step -> step > 100 || power(baseline, 1 - step / 100.0) >= POWER);
        var rise = baseline == 0 ? 0 : first(21, 4_000, step -> power(baseline, step / 20.0) >= POWER);
        return new DetectableChange(baseline, drop > 100 ? null : drop / 100.0, rise == 0 ? null : rise / 20.0);
    }

    /**
     * How many events before it takes to see a change, the same exposure given to both sides.
     *
     * @param ratio rate after / rate before: 0.5 is a halving; zero or more and not 1
     */
    public static int eventsToSee(double ratio) {
        if (!(ratio >= 0) || ratio == 1 || Double.isInfinite(ratio)) {
            throw new IllegalArgumentException("not a change: " + ratio);
        }
        return first(1, MOST, baseline -> power(baseline, ratio) >= POWER);
    }

    /**
     * Months before, and as many after, until a change can be seen at this volume, rounded up; null without volume.
     *
     * @param perMonth events a month before the change
     * @param ratio as in {@link #eventsToSee}
     */
    public static Integer monthsToSee(double perMonth, double ratio) {
        return perMonth > 0 ? (Integer) (int) Math.ceil(eventsToSee(ratio) / perMonth - 1e-9) : null;
    }

    /**
     * Durations needed on each side to see a change: 2 (z z)² sd² / ln(ratio)² for log-normal ones whose logarithms
     * have a standard deviation of 1.25, as those published by Google have. The rank sum test needs about 5 % more.
     *
     * @param ratio duration after / duration before, greater than 0 and not 1: 0.5 is half as long
     */
    public static int durationsToSee(double ratio) {
        if (!(ratio > 0) || ratio == 1 || Double.isInfinite(ratio)) {
            throw new IllegalArgumentException("not a change: " + ratio);
        }
        return (int) Math.ceil(2 * Math.pow(Z * SD_LOG / Math.log(ratio), 2));
    }

    /** The smallest shortening seen from n durations on each side, as a share; null below five. */
    public static Double shorteningFrom(int perSide) {
        return perSide < 5 ? null : -Math.expm1(-Z * SD_LOG * Math.sqrt(2.0 / perSide));
    }

    /** Chance of evidence in the right direction when that many events are expected before, ratio times as many after. */
    static double power(double baseline, double ratio) {
        var mean = baseline * (1 + ratio);
        if (mean > LARGE && ratio > 0) {
            return approximate(baseline, ratio);
        }
        var totals = PoissonDistribution.of(Math.max(mean, Double.MIN_NORMAL));
        // a drop to zero is seen as soon as that many happened before
        return ratio == 0 ? totals.survivalProbability(FEWEST - 1) : exact(totals, Math.min(ratio, 1 / ratio));
    }

    private static double approximate(double baseline, double ratio) {
        var error = Math.sqrt(1 / baseline + 1 / (baseline * ratio));
        return NORMAL.cumulativeProbability(Math.abs(Math.log(ratio)) / error - Interval.z(1 - ALPHA));
    }

    private static double exact(PoissonDistribution totals, double ratio) {
        var reach = 7 * Math.sqrt(totals.getMean()) + 8;
        var power = 0.0;
        for (var n = (int) Math.max(FEWEST, totals.getMean() - reach); n <= totals.getMean() + reach; n++) {
            power += totals.probability(n) * BinomialDistribution.of(n, ratio / (1 + ratio))
                    .cumulativeProbability(Critical.VALUES[n]);
        }
        return power;
    }

    /** By n the largest count on one side that is evidence: with equal exposure both tails of one half are alike. */
    private static final class Critical {
        static final int[] VALUES = values(LARGE + 8 * (int) Math.sqrt(LARGE));

        private static int[] values(int most) {
            var values = new int[most];
            for (var n = FEWEST; n < most; n++) {
                var next = values[n - 1] + 1;
                var p = 2 * BinomialDistribution.of(n, 0.5).cumulativeProbability(next);
                values[n] = p < ALPHA ? next : next - 1;
            }
            return values;
        }
    }

    /** The first step from one on for which it holds, and then goes on holding; or the end. */
    private static int first(int from, int to, IntPredicate holds) {
        int low = from, high = from;
        while (high < to && !holds.test(high)) {
            low = high + 1;
            high = (int) Math.min(2L * high, to);
        }
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
