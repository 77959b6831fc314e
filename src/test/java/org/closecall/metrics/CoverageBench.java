package org.closecall.metrics;

import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.closecall.metrics.PoissonProcess.Truncation;
import org.junit.jupiter.api.Test;

/** How often intervals hold the truth and tests cry wolf, by simulation. Prints; run by {@code mvn -Pbench verify}. */
class CoverageBench {
    private static final int SERIES = 4_000;
    private static final double[] FEW_TO_MANY = {3, 5, 8, 20, 60};

    private final SplittableRandom random = new SplittableRandom(17);

    @Test
    void meanTimeBetweenHoldsTheTruth() {
        for (var rate : FEW_TO_MANY) {
            print("95 %% interval of the mean time between, %2.0f expected: holds it in %.3f", rate,
                    FalseAlarms.share(SERIES, () -> PoissonProcess.meanTimeBetween(
                            FalseAlarms.atRandom(rate, 1, random).length, 1, 0.95, Truncation.TIME)
                            .interval().contains(1 / rate)));
        }
    }

    @Test
    void thePowerLawHoldsTheTruth() {
        for (var rate : new double[] {8, 20, 60}) {
            print("95 %% interval of beta, %2.0f expected: holds 1 in %.3f; of the mean time at the end in %.3f", rate,
                    FalseAlarms.share(SERIES, () -> law(rate).betaInterval(0.95).contains(1)),
                    FalseAlarms.share(SERIES, () -> law(rate).modifiedAtEnd(0.95).interval().contains(1 / rate)));
            print("  5 %% test of fit refuses a true power law in %.3f",
                    FalseAlarms.share(SERIES, () -> !law(rate).fit().passes()));
        }
    }

    @Test
    void testsCryWolfAsOftenAsTheySay() {
        for (var rate : FEW_TO_MANY) {
            print("no trend, %2.0f expected: alarms Laplace %.3f, handbook %.3f, arrangements %.3f, "
                    + "permutation %.3f, Lewis-Robinson %.3f", rate, alarms(rate, Laplace::test),
                    alarms(rate, MilitaryHandbook::test), alarms(rate, ReverseArrangements::test),
                    alarms(rate, events -> PermutationLaplace.test(events, 499)),
                    alarms(rate, Laplace::lewisRobinson));
        }
        var bunched = FalseAlarms.whenBunched(0.05, SERIES);
        print("no trend, bunched: Laplace %.3f, permutation %.3f, Lewis-Robinson %.3f", bunched[0], bunched[1],
                bunched[2]);
        print("no trend, looked at every month from 6 to 24: Laplace %.3f",
                FalseAlarms.lookingEveryMonth(1, 6, 24, 20_000));
    }

    @Test
    void chartsSignalAsRarelyAsTheySay() {
        for (var mean : new double[] {4, 8, 16}) {
            print("24 months of nothing but chance, mean %2.0f: a point beyond in %.3f, runs in %.3f", mean,
                    FalseAlarms.share(SERIES, () -> !months(mean).signals().isEmpty()),
                    FalseAlarms.share(SERIES, () -> months(mean).runs().signals()));
        }
    }

    private ControlChart months(double mean) {
        var counts = new double[24];
        for (var i = 0; i < counts.length; i++) {
            counts[i] = FalseAlarms.atRandom(mean, 1, random).length;
        }
        return CountCharts.c(counts, Baseline.of(counts.length));
    }

    private PowerLaw law(double rate) {
        var law = Optional.<PowerLaw>empty();
        while (law.isEmpty()) {
            law = PowerLaw.of(EventTimes.within(1, FalseAlarms.atRandom(rate, 1, random)));
        }
        return law.get();
    }

    private double alarms(double rate, Function<EventTimes, Optional<TrendTest>> test) {
        return FalseAlarms.share(SERIES, () -> test.apply(EventTimes.within(1, FalseAlarms.atRandom(rate, 1, random)))
                .filter(FalseAlarms.below(0.05)).isPresent());
    }

    private static void print(String format, Object... figures) {
        System.out.println(String.format(Locale.ROOT, format, figures));
    }
}
