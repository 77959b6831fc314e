package org.closecall.metrics;

/**
 * Whether the period a comparison starts from was probably chosen because it was bad: the next one will then look
 * better whatever was done (F. Galton 1886).
 */
public enum RegressionToTheMean {
    /** Nothing speaks for it. */
    NONE,
    /** More events than in any of the periods before: by chance alone one of k periods always is the worst. */
    PEAK,
    /** A major incident shortly before the change. */
    AFTER_MAJOR_INCIDENT;

    private static final int FEWEST_EARLIER = 2;
    private static final double SHORTLY_DAYS = 30;

    /**
     * @param baseline events in the period compared with
     * @param earlier events in the periods of the same length before it; below two no peak can be told
     * @param daysSinceMajor from the start of the last most severe incident to the change; null: there was none
     */
    public static RegressionToTheMean of(long baseline, long[] earlier, Double daysSinceMajor) {
        if (daysSinceMajor != null && daysSinceMajor >= 0 && daysSinceMajor <= SHORTLY_DAYS) {
            return AFTER_MAJOR_INCIDENT;
        }
        var peak = earlier.length >= FEWEST_EARLIER;
        for (var count : earlier) {
            peak &= baseline > count;
        }
        return peak ? PEAK : NONE;
    }
}
