package org.closecall.reliability;

import org.closecall.metrics.Proportion;

/**
 * A part of a whole with Wilson's 95 % interval.
 *
 * @param share 0 to 1; null, like its bounds, below five: "3 of 4" says what a percentage would only seem to
 */
public record Share(long count, long of, Double share, Double lower, Double upper) {

    static Share of(Proportion proportion) {
        var shown = proportion.percentageShown();
        return new Share(proportion.successes(), proportion.trials(), shown ? proportion.point() : null,
                shown ? proportion.interval().lower() : null, shown ? proportion.interval().upper() : null);
    }
}
