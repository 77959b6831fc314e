package org.closecall.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DueTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-17");

    @Test
    void saysHowLateInWords() {
        assertEquals("3 days late", words("2026-11-14"));
        assertEquals("1 day late", words("2026-11-16"));
        assertEquals("late", due("2026-11-16").mark());
    }

    @Test
    void whatIsProposedIsNoWeekend() {
        assertEquals(LocalDate.parse("2026-12-04"), ActionPolicy.workday(LocalDate.parse("2026-11-20").plusDays(14)));
        assertEquals(LocalDate.parse("2026-12-07"), ActionPolicy.workday(LocalDate.parse("2026-11-21").plusDays(14)));
        assertEquals(LocalDate.parse("2026-12-07"), ActionPolicy.workday(LocalDate.parse("2026-11-22").plusDays(14)));
    }

    @Test
    void saysHowSoonWithinAWeek() {
        assertEquals("today", words("2026-11-17"));
        assertEquals("tomorrow", words("2026-11-18"));
        assertEquals("in 7 days", words("2026-11-24"));
        assertEquals("soon", due("2026-11-17").mark());
        assertEquals("", words("2026-11-25"));
        assertEquals("", due("2026-11-25").mark());
    }

    @Test
    void isNotLateOnItsDay() {
        assertFalse(due("2026-11-17").late());
    }

    @Test
    void whatIsDoneIsNeitherLateNorSoon() {
        for (var day = TODAY.minusDays(20); day.isBefore(TODAY.plusDays(20)); day = day.plusDays(1)) {
            var done = new Due(day, TODAY, true);
            assertEquals("", done.mark() + done.words());
        }
    }

    @Test
    void namesTheYearOnlyWhenItIsAnother() {
        assertEquals("4 Dec", due("2026-12-04").day());
        assertEquals("4 Jan 2027", due("2027-01-04").day());
    }

    private static Due due(String on) {
        return new Due(LocalDate.parse(on), TODAY, false);
    }

    private static String words(String on) {
        return due(on).words().replace('\u00a0', ' ');
    }
}
