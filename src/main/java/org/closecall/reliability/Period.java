package org.closecall.reliability;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.closecall.metrics.TimeRange;
import org.closecall.web.Formats;
import org.closecall.web.NoSuch;

/** Days of the organisation's zone, both included. No first day: since the first record; no last day: until now. */
public record Period(LocalDate from, LocalDate to) {

    static final String ALL = "all";
    static final int QUARTER = 3;
    private static final int YEAR = 12;
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
                return named(month);
            }
        } catch (DateTimeException unreadable) {
            throw new NoSuch("There is no such period", "A month is written as 2026-10, all time as month=all, a day as 2026-10-31.");
        }
    }

    static Period of(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    /** 2026-10, 2026-Q3, 2026 or all. */
    private static Period named(String name) {
        if (name.equals(ALL)) {
            return new Period(null, null);
        } else if (name.matches("\\d{4}-Q[1-4]")) {
            return of(YearMonth.from(day(name.substring(0, 4) + "-01-01")).plusMonths(QUARTER * (name.charAt(6) - '1')), QUARTER);
        }
        return name.matches("\\d{4}") ? of(YearMonth.from(day(name + "-01-01")), YEAR) : of(YearMonth.from(day(name + "-01")), 1);
    }

    static Period quarter(YearMonth in) {
        return of(in.minusMonths((in.getMonthValue() - 1) % QUARTER), QUARTER);
    }

    static Period year(Year year) {
        return of(year.atMonth(1), YEAR);
    }

    private static Period of(YearMonth first, int months) {
        return new Period(first.atDay(1), first.plusMonths(months - 1L).atEndOfMonth());
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
        return wholeMonths() == 1 ? YearMonth.from(from) : null;
    }

    /** How many calendar months it is exactly; 0 where it is no whole number of them. */
    int wholeMonths() {
        return from == null || to == null || from.getDayOfMonth() != 1 || !to.equals(YearMonth.from(to).atEndOfMonth()) ? 0 : (int) ChronoUnit.MONTHS.between(from, to.plusDays(1));
    }

    /** Of whole months, the same so many months later, or earlier. */
    Period shifted(int months) {
        return of(YearMonth.from(from).plusMonths(months), wholeMonths());
    }

    private boolean aQuarter() {
        return wholeMonths() == QUARTER && from.getMonthValue() % QUARTER == 1;
    }

    private boolean aYear() {
        return wholeMonths() == YEAR && from.getMonthValue() == 1;
    }

    /** As an address names it: 2026-10, 2026-Q3, 2026 or all; null where it names the days. */
    public String name() {
        if (all()) {
            return ALL;
        } else if (aQuarter()) {
            return "%04d-Q%d".formatted(from.getYear(), from.get(IsoFields.QUARTER_OF_YEAR));
        }
        return aYear() ? "%04d".formatted(from.getYear()) : month() == null ? null : month().toString();
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
        } else if (aQuarter()) {
            return "Quarter " + from.get(IsoFields.QUARTER_OF_YEAR) + " of " + from.getYear();
        } else if (aYear()) {
            return String.valueOf(from.getYear());
        } else if (from == null) {
            return "Until " + Formats.day(to);
        } else {
            return to == null ? "Since " + Formats.day(from) : Formats.day(from) + " to " + Formats.day(to);
        }
    }
}
