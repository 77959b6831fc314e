package org.closecall.metrics;

/**
 * What one test says about whether events became rarer or more frequent.
 *
 * @param n events (or gaps) the test rests on
 * @param statistic z, or chi-squared, or the count of reverse arrangements, as {@code method} says
 * @param degrees degrees of freedom of a chi-squared statistic; else null
 * @param p two-sided: chance of something at least this far from no trend, were there none
 * @param improving one-sided: chance of events coming this early (so becoming this rare), were there no trend
 * @param leftOut events the test can not use: those at the very start of the window in {@link Method#MIL_HDBK_189}
 */
public record TrendTest(Method method, int n, double statistic, Integer degrees, double p, double improving,
        int leftOut) {

    public enum Method { PERMUTATION_LAPLACE, LAPLACE, MIL_HDBK_189, REVERSE_ARRANGEMENTS, LEWIS_ROBINSON }

    /** Where events lie, as far as the test can tell. */
    public enum Direction { EARLIER, LATER, NONE }

    /** Earlier (improving) or later (worsening) when p is below {@code alpha}; else no direction at all. */
    public Direction direction(double alpha) {
        if (p >= alpha) {
            return Direction.NONE;
        }
        return improving < 0.5 ? Direction.EARLIER : Direction.LATER;
    }

    /** A test by a standard normal z that is negative when events lie early. */
    static TrendTest normal(Method method, int n, double z) {
        var below = Normal.below(z);
        return new TrendTest(method, n, z, null, Math.min(1, 2 * Math.min(below, Normal.below(-z))), below, 0);
    }
}
