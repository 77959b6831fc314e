package org.closecall.metrics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How often tests see a trend where there is none, by simulation with fixed seeds. */
final class FalseAlarms {
    private static final double MONTH = 30.4;

    private FalseAlarms() {
    }

    /** Share of histories in which Laplace's test is below 5 % at some month's end. */
    static double lookingEveryMonth(double perMonth, int first, int last, int series) {
        var random = new SplittableRandom(7);
        return share(series, () -> {
            var times = atRandom(perMonth, last, random);
            return IntStream.rangeClosed(first, last).anyMatch(month -> Laplace.test(EventTimes.within(month,
                    DoubleStream.of(times).filter(time -> time <= month).toArray())).filter(below(0.05)).isPresent());
        });
    }

    /** The same for plain Laplace, permutation and Lewis-Robinson with follow-on incidents within a day, 24 months. */
    static double[] whenBunched(double alpha, int series) {
        var random = new SplittableRandom(11);
        var alarms = new double[3];
        for (var i = 0; i < series; i++) {
            var events = bunched(random);
            alarms[0] += Laplace.test(events).filter(below(alpha)).isPresent() ? 1.0 / series : 0;
            alarms[1] += PermutationLaplace.test(events, 199).filter(below(alpha)).isPresent() ? 1.0 / series : 0;
            alarms[2] += Laplace.lewisRobinson(events).filter(below(alpha)).isPresent() ? 1.0 / series : 0;
        }
        return alarms;
    }

    static double share(int series, BooleanSupplier alarm) {
        return IntStream.range(0, series).filter(i -> alarm.getAsBoolean()).count() / (double) series;
    }

    static double[] atRandom(double rate, double window, SplittableRandom random) {
        var times = new double[(int) (rate * window * 4) + 60];
        var n = 0;
        for (var time = exponential(rate, random); time <= window; time += exponential(rate, random)) {
            times[n++] = time;
        }
        return Arrays.copyOf(times, n);
    }

    static Predicate<TrendTest> below(double alpha) {
        return test -> test.p() < alpha;
    }

    private static EventTimes bunched(SplittableRandom random) {
        var window = 24 * MONTH;
        var triggers = atRandom(1.5 / MONTH, window, random);
        var times = DoubleStream.of(triggers).flatMap(trigger -> DoubleStream.concat(DoubleStream.of(trigger),
                IntStream.range(0, atRandom(1.5, 1, random).length)
                        .mapToDouble(i -> trigger + exponential(1, random)))).filter(time -> time <= window).toArray();
        return EventTimes.within(window, times);
    }

    private static double exponential(double rate, SplittableRandom random) {
        return -Math.log(1 - random.nextDouble()) / rate;
    }
}
