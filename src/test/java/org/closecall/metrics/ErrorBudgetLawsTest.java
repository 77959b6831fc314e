package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ErrorBudgetLawsTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final BigDecimal THREE_NINES = new BigDecimal("0.999");

    private final Random random = new Random(20261122);

    @Test
    void theBudgetIsExactInDecimals() {
        assertEquals(0.001, ErrorBudget.fraction(THREE_NINES));
        assertEquals(1e-7, ErrorBudget.fraction(new BigDecimal("0.9999999")));
        assertEquals(43.2, ErrorBudget.ofTime(THREE_NINES, 43_200, 43_200, 0).allowed());
    }

    @Test
    void whatIsLeftAndWhatIsGoneMakeTheBudget() {
        for (var i = 0; i < 500; i++) {
            var budget = ErrorBudget.ofTime(objective(), 1 + random.nextInt(500_000), random.nextDouble() * 1e6, random.nextDouble() * 5_000);
            assertEquals(budget.allowed(), budget.remaining() + budget.bad(), 1e-6 * (1 + budget.bad()));
            assertEquals(budget.exhausted(), budget.remaining() <= 0);
            assertEquals(budget.exhausted(), budget.consumed() >= 1);
            assertTrue(budget.observedShare() <= 1);
        }
    }

    @Test
    void theWholeWindowBurnsAtWhatItConsumed() {
        for (var i = 0; i < 200; i++) {
            var bad = random.nextDouble() * 900;
            var whole = ErrorBudget.ofTime(objective(), 40_320, 40_320, bad);
            assertEquals(whole.consumed(), whole.burnRate(), 1e-12 * (1 + whole.burnRate()));
            var half = new ErrorBudget(whole.allowed(), bad, 0.5);
            assertEquals(2 * whole.burnRate(), half.burnRate(), 1e-9 * (1 + half.burnRate()));
            // what is left lasts until the moment the rate foretells
            if (!half.exhausted()) {
                assertEquals(half.exhaustedAfter(), 0.5 + half.lasts(), 1e-9 * half.exhaustedAfter());
            }
        }
    }

    @Test
    void theUnitDoesNotMatter() {
        for (var i = 0; i < 200; i++) {
            var objective = objective();
            var bad = random.nextDouble() * 500;
            var minutes = ErrorBudget.ofTime(objective, 43_200, 20_000, bad);
            var seconds = ErrorBudget.ofTime(objective, 43_200 * 60, 20_000 * 60, bad * 60);
            assertEquals(minutes.consumed(), seconds.consumed(), 1e-9 * (1 + minutes.consumed()));
            assertEquals(minutes.burnRate(), seconds.burnRate(), 1e-9 * (1 + minutes.burnRate()));
        }
    }

    @Test
    void requestsBurnAsTheirErrorRatioSays() {
        for (var i = 0; i < 200; i++) {
            var objective = objective();
            var total = 1 + random.nextInt(1_000_000);
            var bad = random.nextInt(total + 1);
            var share = 0.01 + 0.99 * random.nextDouble();
            var budget = ErrorBudget.ofRequests(objective, bad, total, share).orElseThrow();
            var burn = BurnRate.of(objective, total - bad, total);
            assertEquals(burn.rate(), budget.burnRate(), 1e-9 * (1 + burn.rate()));
            assertEquals(burn.errorRatio(), BurnRate.errorRatio(objective, burn.rate()), 1e-12);
            // a single bad request breaks the objective exactly where there is too little traffic
            assertEquals(BurnRate.of(objective, total - 1, total).rate() > 1, BurnRate.tooLittleTraffic(objective, total));
        }
    }

    @Test
    void nothingIsNotZero() {
        assertTrue(ErrorBudget.ofRequests(THREE_NINES, 0, 0, 1).isEmpty());
        assertTrue(ErrorBudget.ofRequests(THREE_NINES, 1, 10, 0).isEmpty());
        var none = ErrorBudget.ofTime(BigDecimal.ONE, 43_200, 43_200, 5);
        assertNull(none.consumed());
        assertNull(none.remaining());
        assertNull(none.burnRate());
        assertNull(none.lasts());
        assertFalse(none.exhausted());
        assertNull(ErrorBudget.ofTime(THREE_NINES, 43_200, 0, 0).burnRate());
        assertNull(ErrorBudget.ofTime(THREE_NINES, 43_200, 10, 0).exhaustedAfter());
        assertEquals(BurnRate.Status.NO_BUDGET, BurnRate.of(BigDecimal.ONE, 1, 2).status());
        assertFalse(BurnRate.tooLittleTraffic(BigDecimal.ONE, 5));
        assertTrue(BurnRate.tooLittleTraffic(THREE_NINES, 999));
        assertFalse(BurnRate.tooLittleTraffic(THREE_NINES, 1000));
        assertThrows(IllegalArgumentException.class, () -> ErrorBudget.fraction(BigDecimal.ZERO));
        assertThrows(IllegalArgumentException.class, () -> ErrorBudget.fraction(new BigDecimal("1.01")));
        assertThrows(IllegalArgumentException.class, () -> BurnRate.of(THREE_NINES, 3, 2));
    }

    @Test
    void theTableOfThirtyDaysIsTheWorkbooks() {
        assertEquals(List.of(14.4, 6.0, 3.0, 1.0), BurnAlert.TABLE.stream().map(pair -> Math.round(pair.threshold(Duration.ofDays(30)) * 1e9) / 1e9).toList());
        assertTrue(BurnAlert.TABLE.stream().allMatch(pair -> pair.shortWindow().multipliedBy(12).equals(pair.longWindow())));
    }

    @Test
    void alertsFireOnlyAboveTheThresholdInBothWindows() {
        for (var i = 0; i < 500; i++) {
            var threshold = random.nextDouble() * 20;
            var more = threshold * (1 + random.nextDouble()) + 1e-9;
            var less = threshold * random.nextDouble();
            assertTrue(BurnAlert.fires(more, more, threshold));
            assertFalse(BurnAlert.fires(more, less, threshold) || BurnAlert.fires(less, more, threshold) || BurnAlert.fires(threshold, more, threshold));
            assertFalse(BurnAlert.fires(null, more, threshold) || BurnAlert.fires(more, null, threshold));
        }
    }

    @Test
    void detectionIsWithinTheWindowOrNever() {
        for (var i = 0; i < 500; i++) {
            var objective = objective();
            for (var pair : BurnAlert.TABLE) {
                var threshold = pair.threshold(Duration.ofDays(28));
                var total = BurnAlert.detectionSeconds(objective, 1, pair.longWindow(), threshold);
                assertEquals(pair.possible(objective, Duration.ofDays(28)), total != null && total < pair.longWindow().toSeconds());
                assertEquals(pair.budgetShare(), BurnAlert.budgetAtDetection(threshold, pair.longWindow(), Duration.ofDays(28)), 1e-12);
            }
        }
    }

    @Test
    void badTimeWithAllUsersIsTheUnion() {
        for (var i = 0; i < 300; i++) {
            var ranges = ranges();
            var bad = ranges.stream().map(range -> new BadTime(range, 1)).toList();
            assertEquals(TimeRange.totalHours(TimeRange.union(ranges)) * 60, BadTime.minutes(bad), 1e-6);
        }
    }

    @Test
    void badTimeIsBetweenTheWorstImpactAndTheSum() {
        for (var i = 0; i < 300; i++) {
            var bad = new ArrayList<>(ranges().stream().map(range -> new BadTime(range, random.nextInt(5) / 4.0)).toList());
            var all = BadTime.minutes(bad);
            assertTrue(all <= bad.stream().mapToDouble(BadTime::minutes).sum() + 1e-6);
            assertTrue(all >= bad.stream().mapToDouble(BadTime::minutes).max().orElse(0) - 1e-6);
            Collections.shuffle(bad, random);
            assertEquals(all, BadTime.minutes(bad), 1e-6);
            // a window cut in two loses nothing and counts nothing twice
            var cut = BEGIN.plusSeconds(random.nextInt(40_000));
            var before = new TimeRange(BEGIN.minusSeconds(1), cut);
            var after = new TimeRange(cut, BEGIN.plusSeconds(200_000));
            assertEquals(all, BadTime.minutes(within(bad, before)) + BadTime.minutes(within(bad, after)), 1e-6);
            assertEquals(BadTime.minutes(within(bad, before)), BadTime.minutesUntil(BadTime.apart(bad), cut), 1e-6);
        }
    }

    private static List<BadTime> within(List<BadTime> bad, TimeRange window) {
        return bad.stream().map(one -> one.within(window)).toList();
    }

    private List<TimeRange> ranges() {
        return random.ints(random.nextInt(8), 0, 40_000).mapToObj(from -> new TimeRange(BEGIN.plusSeconds(from), BEGIN.plusSeconds(from + random.nextInt(9_000)))).toList();
    }

    /** From 1 % to 99.99999 %. */
    private BigDecimal objective() {
        return BigDecimal.valueOf(100_000 + random.nextInt(9_900_000), 7);
    }
}
