package org.closecall.metrics;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.closecall.metrics.TrendTest.Direction;

/**
 * Whether events become rarer: one test decides, declared in advance (the permutation test on triggers), the others
 * are shown beside it. Evidence needs p below 5 %, at a review fixed beforehand; where several series are judged at
 * once, after {@link Holm}'s correction. A step after a known change is no matter for this: compare the periods.
 *
 * @param n triggers in the window
 * @param primary the test that decides; null where there is nothing to permute
 * @param adjusted its p after correction for the number of series; null without primary
 * @param others all other tests that can be computed
 * @param variation coefficient of variation of the gaps; null with fewer than two
 * @param powerLaw the curve, for beta and its interval; null with fewer than three events
 */
public record Trend(int n, TrendTest primary, Double adjusted, List<TrendTest> others, Double variation,
        PowerLaw powerLaw) {
    public static final int FEWEST = 5;
    public static final double ALPHA = 0.05;

    public static Trend of(EventTimes events) {
        var primary = PermutationLaplace.test(events).orElse(null);
        var others = Stream.of(Laplace.test(events), MilitaryHandbook.test(events), ReverseArrangements.test(events),
                Laplace.lewisRobinson(events)).flatMap(Optional::stream).toList();
        return new Trend(events.n(), primary, primary == null ? null : primary.p(), others, events.variation(),
                PowerLaw.of(events).orElse(null));
    }

    /** The same with the p-value that correction for several series left. */
    public Trend adjustedTo(double p) {
        return new Trend(n, primary, p, others, variation, powerLaw);
    }

    /** The verdict of a scheduled review. Without the deciding test nothing was tested, however many there are. */
    public Verdict atReview() {
        if (n < FEWEST || primary == null) {
            return Verdict.TOO_FEW_EVENTS;
        }
        if (adjusted >= ALPHA) {
            return Verdict.NO_EVIDENCE_OF_CHANGE;
        }
        return primary.improving() < 0.5 ? Verdict.EVIDENCE_IMPROVING : Verdict.EVIDENCE_WORSENING;
    }

    /** What may be said on any other day: too few events is said at once, all else waits for the review. */
    public Verdict betweenReviews() {
        return n < FEWEST ? Verdict.TOO_FEW_EVENTS : Verdict.PROVISIONAL;
    }

    public List<TrendTest> tests() {
        return Stream.concat(Stream.ofNullable(primary), others.stream()).toList();
    }

    /** How many of {@link #tests} see no trend: "3 of 4 tests see no trend". */
    public int seeingNone() {
        return (int) tests().stream().filter(test -> test.direction(ALPHA) == Direction.NONE).count();
    }

    public boolean testsDisagree() {
        return tests().stream().map(test -> test.direction(ALPHA)).distinct().count() > 1;
    }

    /**
     * Whether an average over the window would mislead, because the rate changes. Not a verdict: it holds back a
     * number on any day. Bunching is for {@link OverDispersion} to see.
     */
    public boolean changing() {
        return n >= FEWEST && primary != null && primary.p() < ALPHA;
    }
}
