package org.closecall.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.closecall.metrics.PoissonProcess.Truncation;

/**
 * The power law (Crow-AMSAA) process: events per unit of time lambda beta t^(beta - 1). beta below 1: events become
 * rarer; 1: a steady pace. A curve to describe a trend that was found, not a way to find one, and to be shown only
 * where {@link #fit} passes. Systems pooled must share one window. Events at the very start are left out and counted.
 *
 * <p>Sources: L. H. Crow, "Reliability analysis for complex, repairable systems", AMSAA TR-138 (1974); MIL-HDBK-189
 * (1981) appendix C; NIST/SEMATECH e-Handbook 8.4.5.2 (modified estimate and its approximate bounds).
 *
 * @param n events, the last of a failure-truncated window included
 * @param systems number of systems pooled
 * @param window length of the window each was observed for
 * @param sumOfLogarithms sum of ln(T/t)
 * @param scaled event times as shares of the window, ascending, without the last of a failure-truncated window
 * @param leftOut events at the very start of a window
 */
public record PowerLaw(int n, int systems, double window, Truncation truncation, double sumOfLogarithms,
        double[] scaled, int leftOut) {
    private static final int FEWEST = 3;

    /** Empty with fewer than three events within the window. */
    public static Optional<PowerLaw> of(EventTimes events) {
        return pooled(List.of(events));
    }

    /** Systems with windows of one length; several only time-truncated. Empty with fewer than three events in all. */
    public static Optional<PowerLaw> pooled(List<EventTimes> systems) {
        var first = systems.get(0);
        if (systems.stream().anyMatch(system -> system.window() != first.window()
                || systems.size() > 1 && system.truncation() == Truncation.FAILURE)) {
            throw new IllegalArgumentException("only calendar windows of one length can be pooled");
        }
        var scaled = systems.stream().flatMapToDouble(system -> Arrays.stream(system.informative()))
                .filter(time -> time > 0).map(time -> time / first.window()).sorted().toArray();
        var left = systems.stream().mapToInt(system -> system.informative().length).sum() - scaled.length;
        var n = systems.stream().mapToInt(EventTimes::n).sum() - left;
        var sum = systems.stream().mapToDouble(MilitaryHandbook::sumOfLogarithms).sum();
        return n < FEWEST || sum == 0 ? Optional.empty() : Optional.of(
                new PowerLaw(n, systems.size(), first.window(), first.truncation(), sum, scaled, left));
    }

    /** Maximum likelihood estimate n / sum ln(T/t). */
    public double beta() {
        return n / sumOfLogarithms;
    }

    /** Estimate given the number of events: (n - 1)/n of the former, or itself unbiased for a calendar window. */
    public double betaConditional() {
        return beta() * (n - 1) / n;
    }

    /** Unbiased estimate: (n - 1)/n of the likelihood's, (n - 2)/n in a failure-truncated window. */
    public double betaUnbiased() {
        return beta() * (n - (truncation == Truncation.FAILURE ? 2 : 1)) / n;
    }

    /** Exact interval: beta chi2(a/2) / 2n to beta chi2(1 - a/2) / 2n, 2n or, failure-truncated, 2(n - 1) degrees. */
    public Interval betaInterval(double confidence) {
        var tail = Interval.alpha(confidence) / 2;
        var distribution = ChiSquaredDistribution.of(2.0 * scaled.length);
        return new Interval(beta() * distribution.inverseCumulativeProbability(tail) / (2 * n),
                beta() * distribution.inverseSurvivalProbability(tail) / (2 * n), confidence);
    }

    /** Events expected in one unit of time from the start, n / (systems T^beta). */
    public double lambda() {
        return n / (systems * Math.pow(window, beta()));
    }

    /** Events expected of one system from the start to a time. */
    public double expected(double time) {
        return lambda() * Math.pow(time, beta());
    }

    /** Events of one system per unit of time at the end of the window. */
    public double intensityAtEnd() {
        return n * beta() / (systems * window);
    }

    public double meanTimeBetweenAtEnd() {
        return 1 / intensityAtEnd();
    }

    /** Observed time by events, as if there were no trend. */
    public double meanTimeBetweenOverall() {
        return systems * window / n;
    }

    /** NIST's growth slope, 1 - b with the unbiased b: above 0, events become rarer. */
    public double growthSlope() {
        return 1 - betaUnbiased();
    }

    /**
     * NIST's modified mean time between events at the end, T/(n b), with approximate bounds. These cover a little more
     * than they claim: 96 to 97 % instead of 95 % at 10 to 40 events, as simulated.
     */
    public Estimate modifiedAtEnd(double confidence) {
        var point = systems * window / (n * betaUnbiased());
        var z = Interval.z(confidence);
        var least = n + z * z / 4 + Math.sqrt(n * z * z / 2 + Math.pow(z, 4) / 16);
        var most = n - z * Math.sqrt(n / 2.0);
        return new Estimate(point, new Interval(point * n * (n - 1) / (least * least),
                most > 0 ? point * n * (n - 1) / (most * most) : null, confidence), n, systems * window);
    }

    /** How well the curve fits the events. */
    public PowerLawFit fit() {
        return PowerLawFit.of(scaled, betaUnbiased());
    }
}
