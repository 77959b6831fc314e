package org.closecall.metrics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Rate of, and mean time between, events under a homogeneous Poisson process. Valid only while the rate has no
 * trend and events do not bunch.
 *
 * <p>Exposure is in any unit (hours, deployments); results keep it. An exposure of zero gives no value and no
 * interval. Negative or non-finite exposure, negative counts and levels outside (0, 1) are refused with
 * {@link IllegalArgumentException}.
 *
 * <p>Sources: NIST/SEMATECH e-Handbook of Statistical Methods 8.4.5.1 (interval of the MTBF); F. Garwood,
 * "Fiducial limits for the Poisson distribution", Biometrika 28 (1936) (interval of the rate).
 */
public final class PoissonProcess {
    /** How the observation ended: at a time fixed beforehand (a calendar window), or exactly at an event. */
    public enum Truncation { TIME, FAILURE }

    private PoissonProcess() {
    }

    /** Mean time between events for a window that ends at a fixed time, the normal case. */
    public static Estimate meanTimeBetween(long events, double exposure, double confidence) {
        return meanTimeBetween(events, exposure, confidence, Truncation.TIME);
    }

    /**
     * Mean time between events, exposure / events, with its exact interval: from 2T / chi2(1 - a/2; 2r + 2) to
     * 2T / chi2(a/2; 2r). A failure-truncated window has 2r degrees of freedom on both sides and needs an event.
     *
     * <p>No events: no point and no upper bound; the lower bound T / -ln(a) is one-sided.
     */
    public static Estimate meanTimeBetween(long events, double exposure, double confidence, Truncation truncation) {
        check(events, exposure);
        if (truncation == Truncation.FAILURE && events == 0) {
            throw new IllegalArgumentException("a failure-truncated window ends at an event, so it has one");
        }
        if (events == 0 || exposure == 0) {
            var interval = new Interval(atLeast(events, exposure, confidence), null, confidence);
            return new Estimate(null, interval, events, exposure);
        }
        var tail = Interval.alpha(confidence) / 2;
        var lower = 2 * exposure / chiSquared(truncation == Truncation.TIME ? events + 1 : events, 1 - tail);
        var upper = 2 * exposure / chiSquared(events, tail);
        return new Estimate(exposure / events, new Interval(lower, upper, confidence), events, exposure);
    }

    /**
     * One-sided claim "the mean time between events is at least this": 2T / chi2(1 - a; 2r + 2). Null without
     * exposure.
     */
    public static Double atLeast(long events, double exposure, double confidence) {
        check(events, exposure);
        var alpha = Interval.alpha(confidence);
        if (exposure == 0) {
            return null;
        }
        return events == 0 ? exposure / -Math.log(alpha) : 2 * exposure / chiSquared(events + 1, 1 - alpha);
    }

    /**
     * Events per unit of exposure with Garwood's exact two-sided interval: from chi2(a/2; 2r) / 2T, or 0 without
     * events, to chi2(1 - a/2; 2r + 2) / 2T. With events it is the reciprocal of {@link #meanTimeBetween}; without,
     * its upper bound uses a/2 as tables do, whereas 1 / {@link #atLeast} is the one-sided claim.
     */
    public static Estimate rate(long events, double exposure, double confidence) {
        check(events, exposure);
        var tail = Interval.alpha(confidence) / 2;
        if (exposure == 0) {
            return new Estimate(null, Interval.none(confidence), events, exposure);
        }
        var lower = events == 0 ? 0 : chiSquared(events, tail) / (2 * exposure);
        var upper = chiSquared(events + 1, 1 - tail) / (2 * exposure);
        return new Estimate(events / exposure, new Interval(lower, upper, confidence), events, exposure);
    }

    private static void check(long events, double exposure) {
        if (events < 0 || exposure < 0 || !Double.isFinite(exposure)) {
            throw new IllegalArgumentException("no such observation: " + events + " events in " + exposure);
        }
    }

    private static double chiSquared(long pairs, double probability) {
        return ChiSquaredDistribution.of(2.0 * pairs).inverseCumulativeProbability(probability);
    }
}
