package org.closecall.reliability;

import java.util.List;
import org.closecall.metrics.Trend;
import org.closecall.metrics.TrendTest;
import org.closecall.metrics.TrendTest.Direction;
import org.closecall.metrics.Verdict;

/**
 * What the tests of a trend found.
 *
 * @param verdict of a review on these events
 * @param tests the first one decides; none below two events
 * @param seeingNone how many of them see no trend
 * @param beta exponent of a power law, below 1: rarer; null, like its bounds, with fewer than three events
 * @param variation of gaps, about 1 by chance, above 1 bunched; null with fewer than two
 */
public record TrendFigure(int events, Verdict verdict, List<Test> tests, int seeingNone, Double beta, Double betaLower, Double betaUpper, Double variation) {

    /** p is two-sided; degrees of freedom are null where there are none; direction: where events lie, as far as the test can tell. */
    public record Test(TrendTest.Method method, int n, double statistic, Integer degreesOfFreedom, double p, Direction direction) {

        private static Test of(TrendTest test) {
            return new Test(test.method(), test.n(), test.statistic(), test.degrees(), test.p(), test.direction(Trend.ALPHA));
        }
    }

    static TrendFigure of(Trend trend) {
        var law = trend.powerLaw();
        var bounds = law == null ? null : law.betaInterval(Figures.CONFIDENCE);
        return new TrendFigure(trend.n(), trend.atReview(), trend.tests().stream().map(Test::of).toList(), trend.seeingNone(), law == null ? null : (Double) law.beta(),
                bounds == null ? null : bounds.lower(), bounds == null ? null : bounds.upper(), trend.variation());
    }

    boolean tooFew() {
        return verdict == Verdict.TOO_FEW_EVENTS;
    }

    /** p of the test that decides; null where there is nothing to test. */
    Double deciding() {
        return tests.isEmpty() || tests.get(0).method() != TrendTest.Method.PERMUTATION_LAPLACE ? null : (Double) tests.get(0).p();
    }
}
