package org.closecall.metrics;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.inference.BinomialTest;

/**
 * The rate of events now over the rate before: the exact test that conditions on their sum, since under one rate
 * x1 ~ Binomial(x1 + x2, T1 / (T1 + T2)). Exposures share a unit of the caller's (hours, deployments), which drops out.
 *
 * <p>Sources: J. Przyborowski and H. Wilenski, Biometrika 31 (1940); C. J. Clopper and E. S. Pearson, Biometrika 26
 * (1934); R stats, {@code poisson.test}.
 *
 * @param events counted now, in {@code exposure}
 * @param baseEvents counted before, in {@code baseExposure}
 * @param ratio rate now / rate before; null without events before or without exposure on a side
 * @param interval Clopper-Pearson bounds of the ratio; the upper one is null without events before, both are null
 *     without any events
 * @param p two-sided, the sum of all outcomes no more likely than this one; 1 without events, null where there is no
 *     exposure on a side, since nothing can be tested then
 */
public record RateRatio(long events, double exposure, long baseEvents, double baseExposure, Double ratio,
        Interval interval, Double p) {

    /** Refuses negative counts and exposures that are negative or not finite with {@link IllegalArgumentException}. */
    public static RateRatio of(long events, double exposure, long baseEvents, double baseExposure, double confidence) {
        check(events, exposure);
        check(baseEvents, baseExposure);
        if (exposure == 0 || baseExposure == 0) {
            return new RateRatio(events, exposure, baseEvents, baseExposure, null, Interval.none(confidence), null);
        }
        var total = Math.toIntExact(events + baseEvents);
        var ratio = baseEvents == 0 ? null : events / exposure / (baseEvents / baseExposure);
        var p = total == 0 ? 1.0 : twoSided((int) events, total, exposure / (exposure + baseExposure));
        return new RateRatio(events, exposure, baseEvents, baseExposure, ratio,
                total == 0 ? Interval.none(confidence) : bounds(events, baseEvents, baseExposure / exposure, confidence), p);
    }

    private static void check(long events, double exposure) {
        if (events < 0 || !(exposure >= 0) || Double.isInfinite(exposure)) {
            throw new IllegalArgumentException("no such observation: " + events + " events in " + exposure);
        }
    }

    private static double twoSided(int events, int total, double share) {
        return BinomialTest.withDefaults().test(total, events, share).getPValue();
    }

    private static Interval bounds(long events, long baseEvents, double scale, double confidence) {
        var tail = Interval.alpha(confidence) / 2;
        var lower = events == 0 ? 0.0
                : odds(BetaDistribution.of(events, baseEvents + 1.0).inverseCumulativeProbability(tail)) * scale;
        var upper = baseEvents == 0 ? null
                : odds(BetaDistribution.of(events + 1.0, baseEvents).inverseSurvivalProbability(tail)) * scale;
        return new Interval(lower, upper, confidence);
    }

    private static Double odds(double share) {
        return share / (1 - share);
    }

    /**
     * One-sided exact p of "the ratio is greater than this", P(X &gt;= events) with the share ratio T1 / (ratio T1 +
     * T2); 1 without events, null without exposure on a side.
     *
     * @param ratio the ratio to test against, greater than 0
     */
    public Double pGreaterThan(double ratio) {
        if (!(ratio > 0) || Double.isInfinite(ratio)) {
            throw new IllegalArgumentException("not a ratio: " + ratio);
        }
        if (p == null || events == 0) {
            return p == null ? null : 1.0;
        }
        var share = ratio * exposure / (ratio * exposure + baseExposure);
        return BinomialDistribution.of((int) (events + baseEvents), share).survivalProbability((int) events - 1);
    }

    /**
     * Fewer is better. Too few where not even all events on one side would be evidence at this level: below six with
     * equal exposure. Evidence only where test and interval agree, which differ a little when exposures do.
     */
    public Verdict verdict() {
        var alpha = Interval.alpha(interval.confidence());
        if (p == null || leastP() >= alpha) {
            return Verdict.TOO_FEW_EVENTS;
        }
        return Verdict.of(p < alpha && !interval.contains(1), ratio != null && ratio < 1);
    }

    private double leastP() {
        var total = (int) (events + baseEvents);
        var share = exposure / (exposure + baseExposure);
        return total == 0 ? 1 : Math.min(twoSided(0, total, share), twoSided(total, total, share));
    }
}
