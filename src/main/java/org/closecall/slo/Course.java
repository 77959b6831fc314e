package org.closecall.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.closecall.metrics.BadTime;

/** What was gone of a budget at moments of its window: the first observed, each day or as many days as make it readable, and the last. */
record Course(List<Point> points) {

    private static final int MOST = 93;

    /** bad: so far, in minutes or requests. */
    record Point(Instant at, double bad) {
    }

    private record Loss(Instant at, double bad) {
    }

    /** Null where nothing is known of it. */
    static Course of(Budget budget) {
        if (!budget.known()) {
            return null;
        }
        return budget.objective().kind.time() ? ofTime(budget) : ofRequests(budget);
    }

    private static Course ofTime(Budget budget) {
        var apart = BadTime.apart(budget.incidents().stream().map(BudgetIncident::bad).filter(Objects::nonNull).toList());
        var byHand = budget.incidents().stream().filter(one -> one.bad() == null && one.counted()).map(one -> new Loss(one.at(), one.minutes()));
        var lost = Stream.concat(byHand, entries(budget)).toList();
        return new Course(moments(budget).stream().map(at -> new Point(at, BadTime.minutesUntil(apart, at)
                + lost.stream().filter(loss -> loss.at.isBefore(at)).mapToDouble(Loss::bad).sum())).toList());
    }

    private static Course ofRequests(Budget budget) {
        var hours = Traffic.byHour(budget.objective(), budget.window().passed()).stream().map(hour -> new Loss(hour.hour(), hour.total() - hour.good()));
        var lost = Stream.concat(hours, entries(budget)).sorted(Comparator.comparing(Loss::at)).toList();
        var points = new ArrayList<Point>();
        var next = 0;
        var bad = 0.0;
        for (var at : moments(budget)) {
            for (; next < lost.size() && lost.get(next).at.isBefore(at); next++) {
                bad += lost.get(next).bad;
            }
            points.add(new Point(at, bad));
        }
        return new Course(points);
    }

    private static Stream<Loss> entries(Budget budget) {
        return budget.entries().stream().map(entry -> new Loss(entry.at, entry.bad.doubleValue()));
    }

    /** Days of a calendar window begin at midnight, those of a rolling one 24 hours apart. Nothing is said of the time before anything was observed. */
    private static List<Instant> moments(Budget budget) {
        var window = budget.window();
        var since = window.observed(budget.since()).start();
        var step = window.period().toDays() / MOST + 1;
        var moments = new ArrayList<Instant>();
        moments.add(since);
        for (var days = step; moment(window, days).isBefore(window.until()); days += step) {
            if (moment(window, days).isAfter(since)) {
                moments.add(moment(window, days));
            }
        }
        moments.add(window.until());
        return moments;
    }

    private static Instant moment(BudgetWindow window, long days) {
        var begin = window.whole().start();
        return window.kind() == WindowKind.ROLLING ? begin.plus(Duration.ofDays(days)) : begin.atZone(window.zone()).plusDays(days).toInstant();
    }
}
