package org.closecall.metrics;

import java.util.Collection;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether what happened before and after takes equally long to be over, with open ones censored: the log-rank test
 * (N. Mantel 1966; R survival, {@code survdiff}) and R. Peto's one-step hazard ratio exp((O - E) / V) with its
 * interval (Peto et al., British Journal of Cancer 35, 1977).
 *
 * @param before number of observations; likewise {@code after}
 * @param observedBefore how many of them are over; expectedBefore: how many would be if both took equally long
 * @param chiSquared with one degree of freedom; null, like p and hazardRatio, where no event tells the two apart
 * @param hazardRatio how many times as fast those after end: above 1 is faster
 */
public record LogRank(int before, int after, int observedBefore, int observedAfter, double expectedBefore,
        double expectedAfter, Double chiSquared, Double p, Double hazardRatio, Interval interval) {
    private static final ChiSquaredDistribution ONE_DEGREE = ChiSquaredDistribution.of(1);

    public static LogRank of(Collection<Observation> before, Collection<Observation> after, double confidence) {
        Sample old = Sample.of(before), young = Sample.of(after);
        double expected = 0, variance = 0;
        int e = 0, f = 0;
        while (e < old.over.length || f < young.over.length) {
            var time = Math.min(KaplanMeier.at(old.over, e), KaplanMeier.at(young.over, f));
            int oldEvents = KaplanMeier.tied(old.over, e, time), events = oldEvents + KaplanMeier.tied(young.over, f, time);
            double oldRisk = old.atRisk(time), risk = oldRisk + young.atRisk(time);
            expected += events * oldRisk / risk;
            variance += risk == 1 ? 0
                    : events * (oldRisk / risk) * (1 - oldRisk / risk) * (risk - events) / (risk - 1);
            e += oldEvents;
            f += events - oldEvents;
        }
        return of(old, young, expected, variance, confidence);
    }

    private static LogRank of(Sample old, Sample young, double expected, double variance, double confidence) {
        int o = old.over.length, y = young.over.length;
        var difference = o - expected;
        if (variance == 0) {
            return new LogRank(old.all.length, young.all.length, o, y, expected, y + difference, null, null, null,
                    Interval.none(confidence));
        }
        var chiSquared = difference * difference / variance;
        var half = Interval.z(confidence) / Math.sqrt(variance);
        var log = -difference / variance;
        return new LogRank(old.all.length, young.all.length, o, y, expected, y + difference, chiSquared,
                ONE_DEGREE.survivalProbability(chiSquared), Math.exp(log),
                new Interval(Math.exp(log - half), Math.exp(log + half), confidence));
    }

    /** Ascending times of those over, and of all. */
    private record Sample(double[] over, double[] all) {
        static Sample of(Collection<Observation> observations) {
            return new Sample(observations.stream().filter(Observation::event).mapToDouble(Observation::time).sorted()
                    .toArray(), observations.stream().mapToDouble(Observation::time).sorted().toArray());
        }

        int atRisk(double time) {
            int low = 0, high = all.length;
            while (low < high) {
                var middle = (low + high) >>> 1;
                low = all[middle] < time ? middle + 1 : low;
                high = all[middle] < time ? high : middle;
            }
            return all.length - low;
        }
    }
}
