package org.closecall.metrics;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Product-limit estimate of the share that is not over yet, by time, with open observations censored. Dropping them
 * would hide the longest, counting them as over would shorten them. Times are in the caller's unit. Kept as primitive
 * arrays, so that a million observations take well below a second.
 *
 * <p>Sources: E. L. Kaplan and P. Meier, JASA 53 (1958); M. Greenwood 1926 (variance); R package survival (bands,
 * median).
 */
public final class KaplanMeier {
    private static final double TOLERANCE = 1e-9;

    private final double[] over;
    private final double[] censored;
    private final double confidence;
    private final double z;
    private final Band band;
    private int size;
    private final double[] time;
    private final int[] atRisk;
    private final int[] events;
    private final double[] survival;
    private final double[] error;

    /**
     * One distinct time.
     *
     * @param atRisk how many were still going just before this time
     * @param survival share not over after it
     * @param lower bound of the band; null, like upper, where there is none
     */
    public record Step(double time, int atRisk, int events, int censored, double survival, Double lower, Double upper) {
    }

    private KaplanMeier(double[] over, double[] censored, double confidence, Band band) {
        this.over = over;
        this.censored = censored;
        this.confidence = confidence;
        this.band = band;
        z = Interval.z(confidence);
        Arrays.sort(over);
        Arrays.sort(censored);
        time = new double[over.length + censored.length];
        atRisk = new int[time.length];
        events = new int[time.length];
        survival = new double[time.length];
        error = new double[time.length];
        walk();
    }

    /** The curve with its 95 % log-log band. */
    public static KaplanMeier of(Collection<Observation> observations) {
        return of(observations, 0.95, Band.LOG_LOG);
    }

    /** The curve for observations in any order; what is censored at a time was still at risk at that time. */
    public static KaplanMeier of(Collection<Observation> observations, double confidence, Band band) {
        return new KaplanMeier(times(observations, true), times(observations, false), confidence, band);
    }

    /**
     * The same from plain arrays, which are left as they are.
     *
     * @param over times of those over, zero or more and finite; otherwise {@link IllegalArgumentException}
     * @param open times so far of those still going, likewise
     */
    public static KaplanMeier of(double[] over, double[] open, double confidence, Band band) {
        if (!Arrays.stream(over).allMatch(KaplanMeier::duration) || !Arrays.stream(open).allMatch(KaplanMeier::duration)) {
            throw new IllegalArgumentException("not a duration among the times");
        }
        return new KaplanMeier(over.clone(), open.clone(), confidence, band);
    }

    private static boolean duration(double time) {
        return time >= 0 && time < Double.POSITIVE_INFINITY;
    }

    private static double[] times(Collection<Observation> observations, boolean event) {
        return observations.stream().filter(one -> one.event() == event).mapToDouble(Observation::time).toArray();
    }

    private void walk() {
        double left = 1, variance = 0;
        for (int e = 0, c = 0; e < over.length || c < censored.length; size++) {
            time[size] = Math.min(at(over, e), at(censored, c));
            atRisk[size] = time.length - e - c;
            events[size] = tied(over, e, time[size]);
            left *= (double) (atRisk[size] - events[size]) / atRisk[size];
            variance += (double) events[size] / atRisk[size] / (atRisk[size] - events[size]);
            survival[size] = left;
            error[size] = Math.sqrt(variance);
            e += events[size];
            c += tied(censored, c, time[size]);
        }
    }

    static double at(double[] times, int index) {
        return index < times.length ? times[index] : Double.POSITIVE_INFINITY;
    }

    static int tied(double[] times, int from, double time) {
        var to = from;
        while (to < times.length && times[to] == time) {
            to++;
        }
        return to - from;
    }

    public int n() {
        return time.length;
    }

    /** How many of the n are over. */
    public int events() {
        return over.length;
    }

    /** One for each distinct time, ascending; each is made when it is asked for. */
    public List<Step> steps() {
        return new AbstractList<>() {
            @Override
            public Step get(int index) {
                return step(Objects.checkIndex(index, size));
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    private Step step(int i) {
        var bounds = band(i);
        var next = i + 1 < size ? atRisk[i + 1] : 0;
        return new Step(time[i], atRisk[i], events[i], atRisk[i] - events[i] - next, survival[i], bounds.lower(),
                bounds.upper());
    }

    private Interval band(int i) {
        return band.at(survival[i], error[i], z, confidence);
    }

    /** Share not over after that time; 1 before the first observation. */
    public double survivalAt(double when) {
        var found = Arrays.binarySearch(time, 0, size, when);
        var last = found >= 0 ? found : -found - 2;
        return last < 0 ? 1 : survival[last];
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
        return quantile(p, Reading.percentileShown(events(), p));
    }

    private SurvivalQuantile quantile(double p, boolean shown) {
        var value = shown ? crossing(1 - p) : null;
        var bounded = shown && Reading.medianIntervalShown(n());
        var interval = bounded ? bounds(1 - p) : Interval.none(confidence);
        return new SurvivalQuantile(value, interval, n(), events(), status(value, bounded));
    }

    private SurvivalQuantile.Status status(Double value, boolean bounded) {
        if (n() == 0) {
            return SurvivalQuantile.Status.NO_DATA;
        }
        if (!bounded) {
            return SurvivalQuantile.Status.N_TOO_SMALL;
        }
        return value == null ? SurvivalQuantile.Status.NOT_REACHED : SurvivalQuantile.Status.OK;
    }

    private Double crossing(double level) {
        Double reached = reached(level + TOLERANCE), passed = reached(level - TOLERANCE);
        return passed == null ? null : (Double) ((reached + passed) / 2);
    }

    /** Survival only falls, so the first time it is at most this can be searched. */
    private Double reached(double level) {
        int low = 0, high = size;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (survival[middle] <= level) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == size ? null : time[low];
    }

    /** The band is not monotone, so its first crossing is looked for from the start. */
    private Interval bounds(double level) {
        Double lower = null, upper = null;
        for (var i = 0; i < size && upper == null; i++) {
            var bounds = band(i);
            lower = lower == null && bounds.lower() != null && bounds.lower() <= level ? (Double) time[i] : lower;
            upper = bounds.upper() != null && bounds.upper() <= level ? (Double) time[i] : null;
        }
        return new Interval(lower, upper, confidence);
    }
}
