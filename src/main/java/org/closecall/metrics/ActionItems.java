package org.closecall.metrics;

import java.util.Collection;
import java.util.List;

/**
 * How promises are kept. The denominator is what has come due: closed / all would reward old, easy items and punish
 * new ones. Days are numbers on one axis of the caller's; cancelled items are to be left out and listed.
 *
 * @param dueSoFar items whose due day has passed
 * @param onTime closed by the due day / due so far, with Wilson's interval
 * @param overdueOpen due before today and open
 * @param openAges days since creation of those open, in the order given
 * @param timeToClose Kaplan-Meier median in days, open ones censored today
 */
public record ActionItems(int dueSoFar, int closedLate, int overdueOpen, int undated, Proportion onTime,
        List<Double> openAges, SurvivalQuantile timeToClose) {

    /**
     * @param due null: no due day
     * @param closed the last close, null: open. Reopening keeps the day of creation
     */
    public record Item(double created, Double due, Double closed) {
        private boolean dueBefore(double today) {
            return due != null && due < today;
        }
    }

    public static ActionItems of(Collection<Item> items, double today, double confidence) {
        var due = items.stream().filter(item -> item.dueBefore(today)).toList();
        var closed = due.stream().filter(item -> item.closed != null).toList();
        var onTime = closed.stream().filter(item -> item.closed <= item.due).count();
        var observed = items.stream().map(item ->
                new Observation((item.closed == null ? today : item.closed) - item.created, item.closed != null)).toList();
        return new ActionItems(due.size(), (int) (closed.size() - onTime), due.size() - closed.size(),
                (int) items.stream().filter(item -> item.due == null).count(),
                Proportion.wilson(onTime, due.size(), confidence),
                observed.stream().filter(one -> !one.event()).map(Observation::time).toList(),
                KaplanMeier.of(observed, confidence, Band.LOG_LOG).median());
    }

    /** Median age of those open, in days; null without any. */
    public Double medianOpenAge() {
        return Percentiles.median(openAges.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
