package org.closecall.metrics;

/**
 * A share of successes among trials with Wilson's score interval (E. B. Wilson, JASA 22, 1927; R. G. Newcombe,
 * Statistics in Medicine 17, 1998, method 3). Successes beyond [0, trials] are refused with
 * {@link IllegalArgumentException}.
 *
 * @param point successes / trials, 0 to 1; null without trials
 * @param interval within [0, 1]; without bounds when there were no trials
 */
public record Proportion(long successes, long trials, Double point, Interval interval) {
    private static final int FEWEST_FOR_PERCENTAGE = 5;

    /** Centre (p + z²/2n) / (1 + z²/n), half width z sqrt(p(1-p)/n + z²/4n²) / (1 + z²/n). */
    public static Proportion wilson(long successes, long trials, double confidence) {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " of " + trials);
        }
        if (trials == 0) {
            return new Proportion(0, 0, null, Interval.none(confidence));
        }
        var z = Interval.z(confidence);
        var p = (double) successes / trials;
        var scale = 1 + z * z / trials;
        var centre = (p + z * z / (2 * trials)) / scale;
        var half = z * Math.sqrt(p * (1 - p) / trials + z * z / (4.0 * trials * trials)) / scale;
        // at the ends the bound is the point itself, which rounding would miss
        var lower = successes == 0 ? 0 : Math.max(0, centre - half);
        var upper = successes == trials ? 1 : Math.min(1, centre + half);
        return new Proportion(successes, trials, p, new Interval(lower, upper, confidence));
    }

    /** Whether to write "60 %" rather than "3 of 4". */
    public boolean percentageShown() {
        return trials >= FEWEST_FOR_PERCENTAGE;
    }
}
