package org.closecall.metrics;

/**
 * A share now minus the share before, with the interval of R. G. Newcombe (Statistics in Medicine 17, 1998, method
 * 10), which combines the two Wilson intervals. All as shares: 0.1 is ten percentage points.
 *
 * @param difference null when a side has no trials
 * @param interval within [-1, 1]; without bounds when a side has no trials
 */
public record ProportionDifference(Proportion now, Proportion before, Double difference, Interval interval) {
    private static final int FEWEST = 5;

    /** Both must have been computed at the same level, otherwise {@link IllegalArgumentException}. */
    public static ProportionDifference of(Proportion now, Proportion before) {
        var confidence = now.interval().confidence();
        if (confidence != before.interval().confidence()) {
            throw new IllegalArgumentException("two levels: " + confidence + ", " + before.interval().confidence());
        }
        if (now.trials() == 0 || before.trials() == 0) {
            return new ProportionDifference(now, before, null, Interval.none(confidence));
        }
        var difference = now.point() - before.point();
        return new ProportionDifference(now, before, difference, new Interval(
                difference - Math.hypot(below(now), above(before)), difference + Math.hypot(above(now), below(before)),
                confidence));
    }

    private static double below(Proportion share) {
        return share.point() - share.interval().lower();
    }

    private static double above(Proportion share) {
        return share.interval().upper() - share.point();
    }

    /**
     * Evidence where the interval excludes 0; too few below five trials on a side.
     *
     * @param moreIsBetter whether a growing share is an improvement
     */
    public Verdict verdict(boolean moreIsBetter) {
        if (Math.min(now.trials(), before.trials()) < FEWEST) {
            return Verdict.TOO_FEW_EVENTS;
        }
        return Verdict.of(!interval.contains(0), difference > 0 == moreIsBetter);
    }
}
