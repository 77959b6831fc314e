package org.closecall.reliability;

import jakarta.ws.rs.NotFoundException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.closecall.metrics.TimeRange;
import org.closecall.web.Formats;

/** Days of the organisation's zone, both included. No first day: since the first record; no last day: until now. */
public record Period(LocalDate from, LocalDate to) {

    static final String ALL = "all";
    static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final Instant BEFORE_ALL = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant AFTER_ALL = Instant.parse("9999-12-31T00:00:00Z");

    static Period of(Asked asked, LocalDate today) {
        var month = Asked.given(asked.month());
        var from = Asked.given(asked.from());
        var to = Asked.given(asked.to());
        try {
            if (month == null && from == null && to == null) {
                return of(YearMonth.from(today));
            } else if (month == null) {
                return between(from == null ? null : day(from), to == null ? null : day(to));
            } else {
                return month.equals(ALL) ? new Period(null, null) : of(day(month + "-01"));
            }
        } catch (DateTimeException unreadable) {
            throw new NotFoundException("There is no such period", unreadable);
        }
    }

    static Period of(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    private static Period of(LocalDate first) {
        return of(YearMonth.from(first));
    }

    /** Two days span the same time in either order. */
    private static Period between(LocalDate from, LocalDate to) {
        return from != null && to != null && to.isBefore(from) ? new Period(to, from) : new Period(from, to);
    }

    private static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        if (day.getYear() < 1 || day.getYear() > 9998) {
            throw new DateTimeException("No calendar of ours has the year " + day.getYear());
        }
        return day;
    }

    /** Null unless it is exactly one calendar month. */
    public YearMonth month() {
        return from != null && of(from.withDayOfMonth(1)).equals(this) ? YearMonth.from(from) : null;
    }

    public boolean all() {
        return from == null && to == null;
    }

    TimeRange range(ZoneId zone) {
        return new TimeRange(from == null ? BEFORE_ALL : from.atStartOfDay(zone).toInstant(),
                to == null ? AFTER_ALL : to.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The last day that has begun. */
    LocalDate last(LocalDate today) {
        return to == null || to.isAfter(today) ? today : to;
    }

    /** The twelve months to its last day. */
    Period year(LocalDate today) {
        return new Period(last(today).plusDays(1).minusMonths(12), last(today));
    }

    public String label() {
        if (all()) {
            return "All time";
        } else if (month() != null) {
            return MONTH.format(from);
        } else if (from == null) {
            return "Until " + Formats.day(to);
        } else {
            return to == null ? "Since " + Formats.day(from) : Formats.day(from) + " to " + Formats.day(to);
        }
    }
}
