package org.closecall.metrics;

import java.util.Arrays;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

/**
 * Whether complete values before tend to exceed those after: the rank sum test with the Hodges-Lehmann shift. It
 * assumes no distribution; with open incidents use {@link LogRank}.
 *
 * <p>Sources: H. B. Mann and D. R. Whitney, Annals of Mathematical Statistics 18 (1947); J. L. Hodges and E. L.
 * Lehmann 1963; R stats, {@code wilcox.test}.
 *
 * @param before number of values; likewise {@code after}
 * @param u pairs in which the value before exceeds the one after, ties count one half
 * @param p two-sided; exact below 50 values a side without ties, else by the normal distribution with corrections for
 *     ties and continuity; 1 when all values are equal, null when a side is empty
 * @param exact which of the two
 * @param shift median of all differences after - before, in the values' unit; null when a side is empty
 * @param interval bounds of the shift; null where so few values have none at this level
 */
public record MannWhitney(int before, int after, double u, Double p, boolean exact, Double shift, Interval interval) {
    private static final int EXACT_BELOW = 50;

    /** Values in any order; NaN and infinite ones are refused with {@link IllegalArgumentException}. */
    public static MannWhitney of(double[] before, double[] after, double confidence) {
        double[] old = sorted(before), young = sorted(after);
        if (old.length == 0 || young.length == 0) {
            return new MannWhitney(old.length, young.length, 0, null, false, null, Interval.none(confidence));
        }
        var exact = Math.max(old.length, young.length) < EXACT_BELOW && !tied(old, young);
        var test = test(exact, AlternativeHypothesis.TWO_SIDED).test(old, young);
        var shifts = new Shifts(young, old);
        return new MannWhitney(old.length, young.length, test.getStatistic(), p(test.getPValue()), exact,
                shifts.median(), shifts.interval(confidence, exact));
    }

    /** When all values are equal the statistic has no variance, and nothing speaks against no difference. */
    private static double p(double tested) {
        return Double.isNaN(tested) ? 1 : tested;
    }

    /** One-sided p of "values before exceed those after", by the same method. */
    public static double pGreater(double[] before, double[] after) {
        double[] old = sorted(before), young = sorted(after);
        var exact = Math.max(old.length, young.length) < EXACT_BELOW && !tied(old, young);
        return p(test(exact, AlternativeHypothesis.GREATER_THAN).test(old, young).getPValue());
    }

    private static MannWhitneyUTest test(boolean exact, AlternativeHypothesis alternative) {
        return MannWhitneyUTest.withDefaults().with(alternative)
                .with(exact ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC);
    }

    private static double[] sorted(double[] values) {
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("not a number among the values");
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static boolean tied(double[] old, double[] young) {
        var all = Arrays.copyOf(old, old.length + young.length);
        System.arraycopy(young, 0, all, old.length, young.length);
        return Arrays.stream(all).distinct().count() < all.length;
    }

    /** Chance that a value after is the smaller of a pair, ties counted half: u / (n1 n2); null when a side is empty. */
    public Double chanceOfLess() {
        return p == null ? null : u / ((double) before * after);
    }
}
