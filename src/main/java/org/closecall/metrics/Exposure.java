package org.closecall.metrics;

import java.util.Collection;

/**
 * What one service was observed for and how many incidents started meanwhile. An incident that hit two services
 * counts once in each.
 *
 * @param amount time in service within the window in hours (see {@link TimeRange#from} and
 *     {@link TimeRange#until}), or another unit such as deployments
 */
public record Exposure(double amount, long incidents) {

    /**
     * Several services as one: exposures and incidents are summed. Never average the services' own intervals: one
     * without incidents has none. Nothing to pool is an exposure of zero, which has no value.
     */
    public static Exposure pool(Collection<Exposure> services) {
        return new Exposure(services.stream().mapToDouble(Exposure::amount).sum(),
                services.stream().mapToLong(Exposure::incidents).sum());
    }

    /** Exposure per incident with the exact interval; no value without incidents. */
    public Estimate meanTimeBetween(double confidence) {
        return PoissonProcess.meanTimeBetween(incidents, amount, confidence);
    }

    /** Incidents per unit of exposure with the exact interval. */
    public Estimate rate(double confidence) {
        return PoissonProcess.rate(incidents, amount, confidence);
    }
}
