package org.closecall.slo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.closecall.metrics.TimeRange;
import org.closecall.web.Formats;

/**
 * The time one budget is for, as it stands at a moment. Rolling days are of 24 hours each; months and quarters are those
 * of the organisation's zone and as long as they are, an hour more or less where the clocks change.
 *
 * @param until how far it is looked at: its end, or a moment before that
 */
record BudgetWindow(WindowKind kind, Integer days, TimeRange whole, Instant until, ZoneId zone) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final int MONTHS_A_QUARTER = 3;

    /** The window that holds the time just before that moment. */
    static BudgetWindow of(Objective objective, Instant at, ZoneId zone) {
        return of(objective.windowKind, objective.windowDays, at, zone);
    }

    static BudgetWindow of(WindowKind kind, Integer days, Instant at, ZoneId zone) {
        if (kind == WindowKind.ROLLING) {
            return new BudgetWindow(kind, days, new TimeRange(at.minus(Duration.ofDays(days)), at), at, zone);
        }
        var first = first(kind, at, zone);
        var next = first.plus(kind == WindowKind.MONTH ? Period.ofMonths(1) : Period.ofMonths(MONTHS_A_QUARTER));
        return new BudgetWindow(kind, null, new TimeRange(begin(first, zone), begin(next, zone)), at, zone);
    }

    static Instant begin(WindowKind kind, Instant at, ZoneId zone) {
        return begin(first(kind, at, zone), zone);
    }

    private static LocalDate first(WindowKind kind, Instant at, ZoneId zone) {
        var month = LocalDate.ofInstant(at.minusNanos(1), zone).withDayOfMonth(1);
        return kind == WindowKind.MONTH ? month : month.withMonth((month.getMonthValue() - 1) / MONTHS_A_QUARTER * MONTHS_A_QUARTER + 1);
    }

    private static Instant begin(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The part that has passed. */
    TimeRange passed() {
        return whole.until(until);
    }

    /** The part that was observed as well. */
    TimeRange observed(Instant since) {
        return since == null ? new TimeRange(whole.start(), whole.start()) : passed().from(since);
    }

    double minutes() {
        return whole.hours() * 60;
    }

    Duration period() {
        return Duration.between(whole.start(), whole.end());
    }

    /** 30 days to 22 Nov 2026 03:12, November 2026, July to September 2026 */
    String label() {
        var from = whole.start().atZone(zone);
        return switch (kind) {
            case ROLLING -> days + (days == 1 ? " day to " : " days to ") + Formats.inZone(until, zone);
            case MONTH -> MONTH.format(from);
            case QUARTER -> from.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " to " + MONTH.format(from.plusMonths(MONTHS_A_QUARTER - 1));
        };
    }

    /** 30 days, 29 days 23 h */
    String length() {
        var period = period();
        return period.toDays() + (period.toDays() == 1 ? " day" : " days") + (period.toHoursPart() == 0 ? "" : " " + period.toHoursPart() + "\u00a0h");
    }
}
