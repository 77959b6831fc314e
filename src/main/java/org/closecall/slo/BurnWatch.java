package org.closecall.slo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.metrics.BurnAlert;
import org.closecall.metrics.BurnRate;

/**
 * Looks at the pairs of windows of one objective. They end with the latest sample, not with now: between two samples nothing is
 * known, and a program that has fallen silent proves no recovery.
 */
final class BurnWatch {

    private static final List<Duration> WINDOWS = BurnAlert.TABLE.stream().flatMap(pair -> Stream.of(pair.longWindow(), pair.shortWindow())).toList();

    /** What a pair says; rates are null without requests. */
    record Look(int pair, BurnAlert windows, double threshold, Double longRate, Double shortRate, long total, boolean possible) {

        boolean fires() {
            return BurnAlert.fires(longRate, shortRate, threshold);
        }
    }

    private BurnWatch() {
    }

    /** at is the end of the latest sample. */
    static List<Look> look(Objective objective, Instant at, ZoneId zone) {
        var period = BudgetWindow.of(objective, at, zone).period();
        var sums = SliSamples.sums(objective, at, WINDOWS);
        return Stream.iterate(0, pair -> pair < BurnAlert.TABLE.size(), pair -> pair + 1).map(pair -> {
            var windows = BurnAlert.TABLE.get(pair);
            var over = sums.get(2 * pair);
            return new Look(pair, windows, windows.threshold(period), rate(objective, over), rate(objective, sums.get(2 * pair + 1)), over[1], windows.possible(objective.fraction(), period));
        }).toList();
    }

    /** Begins and ends what is to begin and to end. The objective is locked. */
    static void watch(Objective objective, Instant now, ZoneId zone) {
        var latest = SliSamples.latest(objective, now);
        var at = latest == null || latest.isAfter(now) ? now : latest;
        var standing = BurnRateAlert.standing(objective);
        for (var look : look(objective, at, zone)) {
            var alert = standing.stream().filter(one -> one.pair == look.pair).findFirst().orElse(null);
            // what is older than the window is history, told late: it must wake nobody
            var fresh = latest != null && at.isAfter(now.minus(look.windows.longWindow()));
            if (look.fires() && fresh) {
                hold(objective, alert, look, at, now);
            } else if (alert != null && (!fresh || !at.isBefore(alert.heldAt.plus(look.windows.shortWindow())))) {
                alert.endedAt = at.isBefore(alert.startedAt) ? now : at;
            }
        }
    }

    private static void hold(Objective objective, BurnRateAlert alert, Look look, Instant at, Instant now) {
        if (alert == null) {
            BurnRateAlert.begin(objective, look.pair, look.threshold, look.longRate, look.shortRate, at, now);
        } else {
            alert.heldAt = at;
        }
    }

    private static Double rate(Objective objective, long[] goodOfTotal) {
        return BurnRate.of(objective.fraction(), goodOfTotal[0], goodOfTotal[1]).rate();
    }
}
