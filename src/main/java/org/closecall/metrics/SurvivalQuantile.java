package org.closecall.metrics;

/**
 * The time by which a share of all is over, open ones taken into account.
 *
 * @param value in the unit of the observations; null unless status says otherwise
 * @param interval bounds of the value, each null where the band does not reach the level, so the truth may be beyond
 * @param events how many are over
 */
public record SurvivalQuantile(Double value, Interval interval, int n, int events, Status status) {
    public enum Status {
        OK,
        /** Nothing was observed. */
        NO_DATA,
        /** Too few: a median may have a value but has no interval; other quantiles are withheld. */
        N_TOO_SMALL,
        /** Too many are still open to tell: "more than half are still open". */
        NOT_REACHED
    }

    /** How many are still open. */
    public int open() {
        return n - events;
    }
}
