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

    /** Of each window samples must speak of this much: a rate of one minute says nothing of three days. */
    static final double COVERED = 0.5;

    /** What a pair says; rates are null without requests. seen: for how long each window was observed. */
    record Look(int pair, BurnAlert windows, double threshold, Double longRate, Double shortRate, Duration longSeen, Duration shortSeen, long total, boolean possible) {

        boolean fires() {
            return covered() && burns();
        }

        /** What stands goes on by this alone: an outage may slow down whoever sends the samples. */
        boolean burns() {
            return BurnAlert.fires(longRate, shortRate, threshold);
        }

        boolean covered() {
            return covered(longSeen, windows.longWindow()) && covered(shortSeen, windows.shortWindow());
        }

        private static boolean covered(Duration seen, Duration window) {
            return seen.toMillis() >= COVERED * window.toMillis();
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
            SliSamples.Sum over = sums.get(2 * pair), lately = sums.get(2 * pair + 1);
            return new Look(pair, windows, windows.threshold(period), rate(objective, over), rate(objective, lately), seen(over), seen(lately), over.total(), windows.possible(objective.fraction(), period));
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
            if (fresh && (alert == null ? look.fires() : look.burns())) {
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

    private static Duration seen(SliSamples.Sum sum) {
        return Duration.ofMillis(Math.round(1000 * sum.seconds()));
    }

    private static Double rate(Objective objective, SliSamples.Sum sum) {
        return BurnRate.of(objective.fraction(), sum.good(), sum.total()).rate();
    }
}
