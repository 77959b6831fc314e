package org.closecall.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.closecall.action.ActionState;
import org.closecall.action.Aim;
import org.closecall.action.Effect;
import org.closecall.metrics.SurvivalQuantile;
import org.junit.jupiter.api.Test;

/** METRICS section 9 by hand-made promises; Vienna, half past midnight on 17 November 2026. */
class PromiseFiguresTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Vienna");
    private static final Instant NOW = Instant.parse("2026-11-16T23:30:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-17");
    private static final PromiseScope YEAR = new PromiseScope(TODAY.plusDays(1).minusMonths(12), TODAY, null, null, ZONE, NOW, TODAY);

    @Test
    void onTimeCountsWhatIsStillOpenAsNotAndLeavesOutWhatWasSetAside() {
        var promises = List.of(
                promise(ActionState.DONE, 40, "2026-11-01", "2026-11-01T22:59:00Z"),
                promise(ActionState.DONE, 40, "2026-11-01", "2026-11-01T23:00:00Z"),
                promise(ActionState.VERIFIED, 40, "2026-11-10", "2026-11-02T00:00:00Z"),
                promise(ActionState.OPEN, 40, "2026-11-16", null),
                promise(ActionState.OPEN, 40, "2026-11-17", null),
                promise(ActionState.OPEN, 40, null, null),
                promise(ActionState.DROPPED, 40, "2026-11-01", null),
                promise(ActionState.RISK_ACCEPTED, 40, "2026-11-01", null),
                promise(ActionState.DONE, 400, "2025-10-01", "2025-09-01T00:00:00Z"));
        var figures = PromiseFigures.of(YEAR, promises);
        assertEquals(2, figures.onTime().count(), "the first and the third; the second was done a minute into the next day");
        assertEquals(4, figures.onTime().of());
        assertNull(figures.onTime().share(), "below five the fraction only");
        assertEquals(2, figures.dueSetAside());
        assertEquals(1, figures.late());
        assertEquals(1, figures.oldestLateDays());
        assertEquals(1, figures.undated());
        assertEquals(3, figures.unfinished());
        assertEquals(1, figures.dropped());
        assertEquals(1, figures.riskAccepted());
        assertEquals(1, figures.expiring());
    }

    @Test
    void timeToCloseCensorsWhatIsOpen() {
        var promises = new ArrayList<Promise>();
        for (var day = 1; day <= 6; day++) {
            promises.add(closedAfter(day));
        }
        assertEquals(3.5, PromiseFigures.of(YEAR, promises).timeToClose().medianDays(), 1e-9);
        for (var day = 1; day <= 7; day++) {
            promises.add(promise(ActionState.OPEN, 90, null, null));
        }
        var closing = PromiseFigures.of(YEAR, promises).timeToClose();
        assertEquals(7, closing.open());
        assertNull(closing.medianDays());
        assertEquals(SurvivalQuantile.Status.NOT_REACHED, closing.status());
        promises.add(promise(ActionState.DROPPED, 90, null, null));
        assertEquals(13, PromiseFigures.of(YEAR, promises).timeToClose().n(), "what is dropped is in no time");
    }

    @Test
    void agesAreOfWhatIsUnfinishedNow() {
        var ages = PromiseFigures.of(YEAR, List.of(promise(ActionState.OPEN, 10, null, null), promise(ActionState.IN_PROGRESS, 31, null, null), promise(ActionState.OPEN, 61, null, null),
                promise(ActionState.OPEN, 200, null, null), promise(ActionState.DONE, 900, null, "2026-11-01T00:00:00Z"))).ages();
        assertEquals(46, ages.medianDays(), 1e-9);
        assertEquals(200, ages.maxDays(), 1e-9);
        assertEquals(List.of(3, 2, 1), List.of(ages.over30(), ages.over60(), ages.over90()));
    }

    @Test
    void aScopeWithNothingSaysSo() {
        var figures = PromiseFigures.of(YEAR, List.of());
        assertTrue(figures.isEmpty());
        assertNull(figures.ages());
        assertEquals(SurvivalQuantile.Status.NO_DATA, figures.timeToClose().status());
        assertEquals(8, PromiseTiles.all(YEAR, figures).size());
    }

    /** Laws: parts sum up, no share leaves its interval, what happens outside the period changes no rate of it. */
    @Test
    void partsSumUpWhateverThePromises() {
        for (var seed = 1; seed <= 200; seed++) {
            var random = new Random(seed);
            var promises = new ArrayList<Promise>();
            for (var i = random.nextInt(60); i > 0; i--) {
                promises.add(any(random));
            }
            var figures = PromiseFigures.of(YEAR, promises);
            var said = "seed " + seed;
            assertEquals(figures.aims().values().stream().mapToLong(Long::longValue).sum(), figures.strategies().values().stream().mapToLong(Long::longValue).sum(), said);
            assertTrue(figures.late() + figures.undated() <= figures.unfinished(), said);
            for (var share : List.of(figures.onTime(), figures.verified(), figures.effective())) {
                assertTrue(share.count() <= share.of() && (share.share() == null || share.lower() <= share.share() && share.share() <= share.upper()), said);
            }
            promises.add(promise(ActionState.DONE, 500, "2025-08-01", "2025-07-20T00:00:00Z"));
            var more = PromiseFigures.of(YEAR, promises);
            assertEquals(figures.onTime(), more.onTime(), said);
            assertEquals(figures.timeToClose(), more.timeToClose(), said);
            assertEquals(figures.verified(), more.verified(), said);
        }
    }

    private static Promise any(Random random) {
        var state = ActionState.values()[random.nextInt(ActionState.values().length)];
        var due = random.nextInt(4) == 0 ? null : TODAY.minusDays(random.nextInt(500) - 60).toString();
        return promise(state, random.nextInt(600), due, state.done() ? NOW.minus(Duration.ofHours(random.nextInt(3000))).toString() : null);
    }

    private static Promise closedAfter(int days) {
        var created = NOW.minus(Duration.ofDays(50));
        var done = created.plus(Duration.ofDays(days));
        return new Promise(days, created, null, ActionState.DONE, done, done, null, null, Aim.DETECT_SOONER, null, null, null, null);
    }

    private static Promise promise(ActionState state, int ageDays, String due, String done) {
        var at = done == null ? null : Instant.parse(done);
        return new Promise(1, NOW.minus(Duration.ofDays(ageDays)), due == null ? null : LocalDate.parse(due), state, at, at, state == ActionState.VERIFIED ? Effect.EFFECTIVE : null, null,
                Aim.PREVENT_RECURRENCE, ageDays % 2 == 0 ? 1L : null, 1L, 1L, state == ActionState.RISK_ACCEPTED ? TODAY.plusDays(30) : null);
    }
}
