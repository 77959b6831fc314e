package org.closecall.metrics;

import java.util.Collection;
import java.util.Optional;

/**
 * Whether durations after differ from those before. Without open incidents the rank sum test, with any open the
 * log-rank test, since leaving the open ones out would hide the longest. Shorter is better.
 *
 * @param ranks set when every incident is over
 * @param logRank set when any is open
 */
public record DurationComparison(KaplanMeier before, KaplanMeier after, Optional<MannWhitney> ranks,
        Optional<LogRank> logRank, double confidence) {
    private static final int FEWEST = 5;

    /** Times of both in one unit of the caller's. */
    public static DurationComparison of(Collection<Observation> before, Collection<Observation> after,
            double confidence) {
        var open = !before.stream().allMatch(Observation::event) || !after.stream().allMatch(Observation::event);
        return new DurationComparison(KaplanMeier.of(before, confidence, Band.LOG_LOG),
                KaplanMeier.of(after, confidence, Band.LOG_LOG),
                open ? Optional.empty() : Optional.of(MannWhitney.of(times(before), times(after), confidence)),
                open ? Optional.of(LogRank.of(before, after, confidence)) : Optional.empty(), confidence);
    }

    private static double[] times(Collection<Observation> observations) {
        return observations.stream().mapToDouble(Observation::time).toArray();
    }

    /** Two-sided p of the test that applies; null where it has none. */
    public Double p() {
        return ranks.isPresent() ? ranks.get().p() : logRank.orElseThrow().p();
    }

    /** Too few below five on a side, or where the test has no p. */
    public Verdict verdict() {
        if (Math.min(before.n(), after.n()) < FEWEST || p() == null) {
            return Verdict.TOO_FEW_EVENTS;
        }
        return Verdict.of(p() < Interval.alpha(confidence), shorter());
    }

    private boolean shorter() {
        return ranks.isPresent() ? ranks.get().chanceOfLess() > 0.5 : logRank.orElseThrow().hazardRatio() > 1;
    }
}
