package org.closecall.metrics;

import java.util.Collection;

/**
 * What leaving out open incidents does to durations: it drops the longest ones. In the caller's unit.
 *
 * @param resolvedMean mean of those over; null when none is, like resolvedMedian
 * @param median Kaplan-Meier median of all; null when too many are open
 */
public record OpenIncidentBias(Double resolvedMean, Double resolvedMedian, Double median) {

    public static OpenIncidentBias of(Collection<Observation> observations) {
        var resolved = DurationSummary.of(observations.stream().filter(Observation::event)
                .mapToDouble(Observation::time).toArray());
        return new OpenIncidentBias(resolved.mean(), resolved.median(),
                KaplanMeier.of(observations).median().value());
    }
}
