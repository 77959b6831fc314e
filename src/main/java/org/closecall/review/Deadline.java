package org.closecall.review;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** By when something is due that may take so many working days, Monday to Friday; the day it is counted from is none of them. */
final class Deadline {

    private static final int WEEK = 5;

    private Deadline() {
    }

    /** Never on a weekend. */
    static LocalDate of(LocalDate from, int workingDays) {
        var start = from.getDayOfWeek().getValue() > WEEK ? from.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY)) : from;
        var rest = workingDays % WEEK;
        var weekend = start.getDayOfWeek().getValue() + rest > WEEK ? 2 : 0;
        return start.plusWeeks(workingDays / WEEK).plusDays(rest + weekend);
    }

    static LocalDate of(Instant since, ZoneId zone, int workingDays) {
        return of(since.atZone(zone).toLocalDate(), workingDays);
    }

    /** What is counted from before then is late on that day, and nothing else is: lists ask this of the database. */
    static Instant lateBefore(LocalDate today, ZoneId zone, int workingDays) {
        var from = today.minusWeeks(workingDays / WEEK).minusDays(workingDays % WEEK + 4L);
        while (of(from, workingDays).isBefore(today)) {
            from = from.plusDays(1);
        }
        return from.atStartOfDay(zone).toInstant();
    }
}
