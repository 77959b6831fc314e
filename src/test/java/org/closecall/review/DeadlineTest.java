package org.closecall.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private static final int TIMES = 5_000;

    @Test
    void countsFromTheDayAfterAndLeavesWeekendsOut() {
        var friday = LocalDate.of(2026, 11, 20);
        assertEquals(LocalDate.of(2026, 11, 23), Deadline.of(friday, 1));
        assertEquals(LocalDate.of(2026, 11, 23), Deadline.of(friday.plusDays(1), 1));
        assertEquals(LocalDate.of(2026, 11, 23), Deadline.of(friday.plusDays(2), 1));
        assertEquals(LocalDate.of(2026, 11, 27), Deadline.of(friday, 5));
        assertEquals(LocalDate.of(2026, 12, 4), Deadline.of(friday, 10));
    }

    @Test
    void isTheDayInTheZoneOfTheOrganisation() {
        var lateOnThursday = Instant.parse("2026-11-19T23:30:00Z");
        assertEquals(LocalDate.of(2026, 11, 20), Deadline.of(lateOnThursday, ZoneId.of("UTC"), 1));
        assertEquals(LocalDate.of(2026, 11, 23), Deadline.of(lateOnThursday, ZoneId.of("Europe/Vienna"), 1));
    }

    @Test
    void equalsAWalkDayByDayIsNeverOnAWeekendAndNeverSoonerForMoreDays() {
        var random = new Random(41);
        for (var i = 0; i < TIMES; i++) {
            var from = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(5_000));
            var days = 1 + random.nextInt(365);
            var due = Deadline.of(from, days);
            assertEquals(walked(from, days), due, from + " " + days);
            assertTrue(workday(due), due.toString());
            assertTrue(Deadline.of(from, days + 1).isAfter(due), from + " " + days);
            assertFalse(Deadline.of(from.plusDays(1), days).isBefore(due), from + " " + days);
        }
    }

    @Test
    void lateIsExactlyWhatIsCountedFromBefore() {
        var random = new Random(42);
        for (var i = 0; i < TIMES; i++) {
            var zone = List.of(ZoneId.of("Europe/Vienna"), ZoneId.of("America/St_Johns"), ZoneId.of("Pacific/Auckland")).get(random.nextInt(3));
            var today = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(5_000));
            var days = 1 + random.nextInt(30);
            var late = Deadline.lateBefore(today, zone, days);
            for (var since : List.of(late.minus(Duration.ofMillis(1)), late, late.plus(Duration.ofHours(random.nextInt(200))), late.minus(Duration.ofHours(random.nextInt(200))))) {
                assertEquals(since.isBefore(late), Deadline.of(since, zone, days).isBefore(today), since + " " + today + " " + days);
            }
        }
    }

    private static LocalDate walked(LocalDate from, int days) {
        var day = from;
        for (var left = days; left > 0;) {
            day = day.plusDays(1);
            left -= workday(day) ? 1 : 0;
        }
        return day;
    }

    private static boolean workday(LocalDate day) {
        return !Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());
    }
}
