package org.closecall.metrics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Anhøj's two rules for a shift that lasts: an unusually long run of points on one side of the centre, or unusually few
 * crossings of it. Points on the line do not count. Limits follow the number of points, so that about as many series
 * are flagged by chance whatever their length.
 *
 * <p>Source: J. Anhøj and A. V. Olesen, "Run charts revisited", PLoS ONE 9 (2014); qicharts2.
 *
 * @param useful points not on the centre
 * @param longestMost longest run that is no signal
 * @param crossingsLeast fewest crossings that are no signal
 */
public record RunsRules(int useful, int longest, int longestMost, int crossings, int crossingsLeast) {
    private static final int FEWEST = 10;

    /** What the rules see in a series and its centre. */
    public static RunsRules of(double centre, double... values) {
        var sides = Arrays.stream(values).filter(value -> value != centre).map(value -> Math.signum(value - centre))
                .toArray();
        var longest = 0;
        var run = 0;
        var crossings = 0;
        for (var i = 0; i < sides.length; i++) {
            var crossed = i > 0 && sides[i] != sides[i - 1];
            run = crossed ? 1 : run + 1;
            crossings += crossed ? 1 : 0;
            longest = Math.max(longest, run);
        }
        return new RunsRules(sides.length, longest, longestMost(sides.length), crossings, crossingsLeast(sides.length));
    }

    /** round(log2 n) + 3. */
    public static int longestMost(int useful) {
        return useful < 1 ? 0 : (int) Math.round(Math.log(useful) / Math.log(2)) + 3;
    }

    /** The 5 % quantile of a binomial with n - 1 trials of one half. */
    public static int crossingsLeast(int useful) {
        return useful < 2 ? 0 : BinomialDistribution.of(useful - 1, 0.5).inverseCumulativeProbability(0.05);
    }

    public boolean longRun() {
        return useful >= FEWEST && longest > longestMost;
    }

    public boolean fewCrossings() {
        return useful >= FEWEST && crossings < crossingsLeast;
    }

    public boolean signals() {
        return longRun() || fewCrossings();
    }
}
