package org.closecall.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Product-limit estimate of the share that is not over yet, by time, with open observations censored. Dropping them
 * would hide the longest, counting them as over would shorten them. Times are in the caller's unit.
 *
 * <p>Sources: E. L. Kaplan and P. Meier, JASA 53 (1958); M. Greenwood 1926 (variance); R package survival (bands,
 * median).
 *
 * @param events how many of the n are over
 * @param steps one for each distinct time, ascending
 */
public record KaplanMeier(int n, int events, double confidence, Band band, List<Step> steps) {
    private static final double TOLERANCE = 1e-9;

    /**
     * @param atRisk how many were still going just before this time
     * @param survival share not over after it
     * @param lower bound of the band; null, like upper, where there is none
     */
    public record Step(double time, int atRisk, int events, int censored, double survival, Double lower, Double upper) {
    }

    /** The curve with its 95 % log-log band. */
    public static KaplanMeier of(Collection<Observation> observations) {
        return of(observations, 0.95, Band.LOG_LOG);
    }

    /** The curve for observations in any order; what is censored at a time was still at risk at that time. */
    public static KaplanMeier of(Collection<Observation> observations, double confidence, Band band) {
        var ended = times(observations, true);
        var steps = steps(ended, times(observations, false), confidence, band);
        return new KaplanMeier(observations.size(), ended.length, confidence, band, steps);
    }

    private static List<Step> steps(double[] ended, double[] censored, double confidence, Band band) {
        var steps = new ArrayList<Step>();
        double survival = 1, variance = 0;
        for (int e = 0, c = 0; e < ended.length || c < censored.length;) {
            var time = Math.min(at(ended, e), at(censored, c));
            int events = tied(ended, e, time), lost = tied(censored, c, time);
            var atRisk = ended.length + censored.length - e - c;
            survival *= (double) (atRisk - events) / atRisk;
            variance += (double) events / atRisk / (atRisk - events);
            var bounds = band.at(survival, Math.sqrt(variance), confidence);
            steps.add(new Step(time, atRisk, events, lost, survival, bounds.lower(), bounds.upper()));
            e += events;
            c += lost;
        }
        return List.copyOf(steps);
    }

    private static double[] times(Collection<Observation> observations, boolean event) {
        return observations.stream().filter(one -> one.event() == event).mapToDouble(Observation::time).sorted()
                .toArray();
    }

    private static double at(double[] times, int index) {
        return index < times.length ? times[index] : Double.POSITIVE_INFINITY;
    }

    private static int tied(double[] times, int from, double time) {
        var to = from;
        while (to < times.length && times[to] == time) {
            to++;
        }
        return to - from;
    }

    /**
     * First time at which survival is below one half; if it is exactly one half for a while, the middle of that
     * while. Its bounds are the first times at which the band's are at most one half, as R prints them. Below n = 6
     * it has no interval. If survival never falls below one half it is not reached, even when it ends exactly there:
     * R gives two different answers then, both resting on nothing observed.
     */
    public SurvivalQuantile median() {
        return quantile(0.5, true);
    }

    /**
     * The time by which a share p is over, by the rules of {@link #median}; withheld below the number of events at
     * which a percentile can be told ({@link Reading#percentileShown}): 10 for the 90th.
     */
    public SurvivalQuantile quantile(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("not a share: " + p);
        }
        return quantile(p, Reading.percentileShown(events, p));
    }

    private SurvivalQuantile quantile(double p, boolean shown) {
        var value = shown ? crossing(1 - p) : null;
        var bounded = shown && Reading.medianIntervalShown(n);
        var lower = bounded ? first(Step::lower, 1 - p) : null;
        var upper = bounded ? first(Step::upper, 1 - p) : null;
        return new SurvivalQuantile(value, new Interval(lower, upper, confidence), n, events, status(value, bounded));
    }

    private SurvivalQuantile.Status status(Double value, boolean bounded) {
        if (n == 0) {
            return SurvivalQuantile.Status.NO_DATA;
        }
        if (!bounded) {
            return SurvivalQuantile.Status.N_TOO_SMALL;
        }
        return value == null ? SurvivalQuantile.Status.NOT_REACHED : SurvivalQuantile.Status.OK;
    }

    private Double crossing(double level) {
        var reached = first(Step::survival, level + TOLERANCE);
        var passed = first(Step::survival, level - TOLERANCE);
        return passed == null ? null : (reached + passed) / 2;
    }

    private Double first(Function<Step, Double> bound, double level) {
        return steps.stream().filter(step -> bound.apply(step) != null && bound.apply(step) <= level)
                .map(Step::time).findFirst().orElse(null);
    }
}
