package org.closecall.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The rules of Western Electric (1956) and Nelson (1984), on distances from the centre in standard deviations. Optional:
 * the more rules, the more false alarms. Within 24 points of nothing but chance, the first alone gives one in 6 % of
 * charts, Western Electric's four in 21 %, Nelson's eight in 24 %. Those about zones do not suit charts of counts. All
 * look at a window of points; rules of "so many of so many" also ask that its last point be beyond the zone.
 */
public enum RunRule {
    /** One point beyond three standard deviations. */
    WE1(1, "one point beyond three standard deviations", z -> Math.abs(z[0]) > 3),
    /** Two of three beyond two, on one side. */
    WE2(3, "two of three beyond two standard deviations on one side", z -> beyond(z, 2, 2)),
    /** Four of five beyond one, on one side. */
    WE3(5, "four of five beyond one standard deviation on one side", z -> beyond(z, 4, 1)),
    /** Eight in a row on one side. */
    WE4(8, "eight in a row on one side of the centre", RunRule::oneSided),
    N1(1, "one point beyond three standard deviations", WE1.violated),
    /** Nine in a row on one side. */
    N2(9, "nine in a row on one side of the centre", RunRule::oneSided),
    /** Six in a row, each higher than the one before, or each lower. */
    N3(6, "six in a row steadily up or down", z -> steps(z).allMatch(step -> step > 0) || steps(z).allMatch(step -> step < 0)),
    /** Fourteen in a row, up and down in turn. */
    N4(14, "fourteen in a row up and down in turn", RunRule::alternates),
    N5(3, "two of three beyond two standard deviations on one side", WE2.violated),
    N6(5, "four of five beyond one standard deviation on one side", WE3.violated),
    /** Fifteen in a row within one standard deviation. */
    N7(15, "fifteen in a row within one standard deviation", z -> Arrays.stream(z).allMatch(distance -> Math.abs(distance) < 1)),
    /** Eight in a row beyond one, on either side. */
    N8(8, "eight in a row beyond one standard deviation on either side", z -> Arrays.stream(z).allMatch(distance -> Math.abs(distance) > 1));

    public static final List<RunRule> WESTERN_ELECTRIC = List.of(WE1, WE2, WE3, WE4);
    public static final List<RunRule> NELSON = List.of(N1, N2, N3, N4, N5, N6, N7, N8);

    private final int window;
    private final String words;
    private final Predicate<double[]> violated;

    RunRule(int window, String words, Predicate<double[]> violated) {
        this.window = window;
        this.words = words;
        this.violated = violated;
    }

    /** What it sees, as in a sentence. */
    public String words() {
        return words;
    }

    /** Indexes, from 0, of the last points of all windows that violate the rule. */
    public List<Integer> violations(double... z) {
        return IntStream.rangeClosed(window, z.length)
                .filter(end -> violated.test(Arrays.copyOfRange(z, end - window, end))).map(end -> end - 1)
                .boxed().toList();
    }

    private static boolean beyond(double[] z, int times, double zone) {
        var side = Math.signum(z[z.length - 1]);
        return z[z.length - 1] * side > zone && Arrays.stream(z).filter(x -> x * side > zone).count() >= times;
    }

    private static boolean oneSided(double[] z) {
        return Arrays.stream(z).allMatch(x -> x > 0) || Arrays.stream(z).allMatch(x -> x < 0);
    }

    private static boolean alternates(double[] z) {
        var steps = steps(z).toArray();
        return IntStream.range(1, steps.length).allMatch(i -> steps[i] * steps[i - 1] < 0);
    }

    private static DoubleStream steps(double[] z) {
        return IntStream.range(1, z.length).mapToDouble(i -> z[i] - z[i - 1]);
    }
}
