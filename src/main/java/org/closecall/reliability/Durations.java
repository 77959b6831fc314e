package org.closecall.reliability;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.closecall.metrics.Difference;
import org.closecall.metrics.KaplanMeier;
import org.closecall.metrics.Observation;
import org.closecall.metrics.Reading;
import org.closecall.metrics.SurvivalQuantile;

/**
 * One kind of duration of incidents, in minutes: Kaplan-Meier median and 90th percentile with their 95 % intervals
 * (log-log band), those still open counted as "at least this long".
 *
 * @param n durations used, open ones among them
 * @param expected incidents that affected customers and so should have one
 * @param medianMinutes null below five, where values has them all, and where more than half are still open
 * @param lowerMinutes null, like upperMinutes, below six and where the truth may lie beyond
 * @param p90Minutes null below ten that are over
 * @param beforeImpact detected before the impact: good news, in no median
 * @param zero how many of the n have no length
 * @param fromDetection how many of the n are measured from detection, the start of the impact being unknown
 * @param values ascending, where they are few
 */
public record Durations(int n, int open, int expected, Double medianMinutes, Double lowerMinutes, Double upperMinutes,
        Double p90Minutes, Double p90LowerMinutes, Double p90UpperMinutes, SurvivalQuantile.Status status,
        int beforeImpact, int zero, int fromDetection, List<Value> values) {

    public record Value(double minutes, boolean open) {
    }

    static Durations of(List<Difference> differences, int fromDetection) {
        var used = differences.stream().map(Difference::observation).flatMap(Optional::stream).toList();
        var curve = KaplanMeier.of(used);
        var median = curve.median();
        var p90 = curve.quantile(0.9);
        var shown = Reading.of(used.size()).medianShown();
        var values = used.stream().sorted(Comparator.comparing(Observation::time)).map(one -> new Value(one.time(), !one.event()));
        return new Durations(used.size(), median.open(), expected(differences), shown ? median.value() : null,
                median.interval().lower(), median.interval().upper(), p90.value(),
                p90.value() == null ? null : p90.interval().lower(), p90.value() == null ? null : p90.interval().upper(),
                median.status(), (int) differences.stream().filter(Difference::beforeImpact).count(),
                (int) used.stream().filter(one -> one.event() && one.time() == 0).count(), fromDetection,
                shown ? List.of() : values.toList());
    }

    private static int expected(List<Difference> differences) {
        return (int) differences.stream().filter(one -> !Objects.equals(one.state(), Difference.State.NO_IMPACT)).count();
    }

    /** How many should have one but cannot be used: the remarks list them with the reason. */
    public int leftOut() {
        return expected - n - beforeImpact;
    }
}
