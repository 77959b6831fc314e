package org.closecall.monthly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewPeriodTest {

    @Test
    void readsMonthsAndQuartersAndNothingElse() {
        for (var name : List.of("2026-10", "2026-Q3", "2024-02", "2026-Q1")) {
            assertEquals(name, ReviewPeriod.of(name).name());
        }
        for (var junk : List.of("2026-13", "2026-00", "2026-Q5", "2026-Q0", "26-10", "2026-1", "2026-10-01", "", "x")) {
            assertNull(ReviewPeriod.read(junk), junk);
        }
        assertNull(ReviewPeriod.read(null));
    }

    @Test
    void aQuarterEndsOnAFixedReviewDateAndTheMonthsOfItWaitForThat() {
        assertEquals(List.of(LocalDate.of(2026, 3, 31), LocalDate.of(2026, 6, 30), LocalDate.of(2026, 9, 30), LocalDate.of(2026, 12, 31)),
                List.of("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4").stream().map(name -> ReviewPeriod.of(name).to()).toList());
        assertEquals(LocalDate.of(2026, 12, 31), ReviewPeriod.of("2026-10").verdictOn());
        assertEquals(LocalDate.of(2026, 9, 30), ReviewPeriod.of("2026-09").verdictOn());
        assertEquals("2026-Q4", ReviewPeriod.of("2026-11").verdicts().name());
        assertEquals("Quarter 3 of 2026", ReviewPeriod.of("2026-Q3").label());
    }

    @Test
    void oneFollowsTheOther() {
        assertEquals("2025-12", ReviewPeriod.of("2026-01").previous().name());
        assertEquals("2027-Q1", ReviewPeriod.of("2026-Q4").next().name());
    }

    /** 1 November 2026 is a Sunday, 1 August 2026 a Saturday, 1 October 2026 a Thursday. */
    @Test
    void theFirstWorkingDayIsNoWeekend() {
        assertEquals(LocalDate.of(2026, 11, 2), ReviewPeriod.firstWorkingDay(YearMonth.of(2026, 11)));
        assertEquals(LocalDate.of(2026, 8, 3), ReviewPeriod.firstWorkingDay(YearMonth.of(2026, 8)));
        assertEquals(LocalDate.of(2026, 10, 1), ReviewPeriod.firstWorkingDay(YearMonth.of(2026, 10)));
    }

    /** An hour more, as summer time ends in it. */
    @Test
    void aMonthIsOneOfItsZone() {
        assertEquals(31 * 24 + 1, ReviewPeriod.of("2026-10").range(ZoneId.of("Europe/Vienna")).hours());
        assertEquals("2025-10-31T23:00:00Z", ReviewPeriod.of("2026-10").year(ZoneId.of("Europe/Vienna")).start().toString());
    }
}
