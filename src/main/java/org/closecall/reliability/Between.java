package org.closecall.reliability;

import org.closecall.metrics.PoissonProcess;
import org.closecall.metrics.Reading;

/**
 * Observed time per event, in hours, with its exact 95 % interval, down time included.
 *
 * @param n events: triggers of incidents, or near misses
 * @param meanHours null without events: then lowerHours is what the mean exceeds with 95 % confidence
 * @param reading how much n allows to be said
 */
public record Between(long n, double exposureHours, Double meanHours, Double lowerHours, Double upperHours, Reading reading) {

    static Between of(long events, double exposureHours) {
        var mean = PoissonProcess.meanTimeBetween(events, exposureHours, Figures.CONFIDENCE);
        return new Between(events, exposureHours, mean.value(), mean.interval().lower(), mean.interval().upper(), Reading.of(events));
    }
}
