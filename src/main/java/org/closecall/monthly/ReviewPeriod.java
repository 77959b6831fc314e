package org.closecall.monthly;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.NotFoundException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import org.closecall.metrics.TimeRange;
import org.closecall.occurrence.Occurrence;
import org.closecall.reliability.Period;
import org.closecall.web.Option;

/**
 * A month, or a quarter of a year: 2026-10, 2026-Q3. Quarters end on the fixed review dates, 31 March, 30 June, 30 September
 * and 31 December, and carry the verdicts.
 */
@TemplateData
public record ReviewPeriod(YearMonth first, int months) {

    private static final int QUARTER = 3;
    private static final int YEAR = 12;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    /** What cannot be read is not found. */
    static ReviewPeriod of(String name) {
        var read = read(name);
        if (read == null) {
            throw new NotFoundException("There is no period " + name);
        }
        return read;
    }

    /** Null for what cannot be read. */
    static ReviewPeriod read(String name) {
        try {
            if (name != null && name.matches("\\d{4}-Q[1-4]")) {
                return quarter(YearMonth.of(Integer.parseInt(name.substring(0, 4)), 1).plusMonths(QUARTER * (name.charAt(6) - '1')));
            }
            return name != null && name.matches("\\d{4}-\\d\\d") ? month(YearMonth.parse(name)) : null;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    static ReviewPeriod month(YearMonth month) {
        return new ReviewPeriod(month, 1);
    }

    private static ReviewPeriod quarter(YearMonth first) {
        return new ReviewPeriod(first, QUARTER);
    }

    /** In which a month lies. */
    static ReviewPeriod quarterOf(YearMonth month) {
        return quarter(month.minusMonths((month.getMonthValue() - 1) % QUARTER));
    }

    public boolean quarter() {
        return months == QUARTER;
    }

    public String name() {
        return quarter() ? first.getYear() + "-Q" + first.atDay(1).get(IsoFields.QUARTER_OF_YEAR) : first.toString();
    }

    public String label() {
        return quarter() ? "Quarter " + first.atDay(1).get(IsoFields.QUARTER_OF_YEAR) + " of " + first.getYear() : MONTH.format(first);
    }

    public LocalDate from() {
        return first.atDay(1);
    }

    public LocalDate to() {
        return last().atEndOfMonth();
    }

    YearMonth last() {
        return first.plusMonths(months - 1L);
    }

    public ReviewPeriod previous() {
        return new ReviewPeriod(first.minusMonths(months), months);
    }

    public ReviewPeriod next() {
        return new ReviewPeriod(first.plusMonths(months), months);
    }

    /** The fixed date at whose end the verdict on this time is given: that of its quarter. */
    public LocalDate verdictOn() {
        return quarterOf(last()).to();
    }

    public ReviewPeriod verdicts() {
        return quarterOf(last());
    }

    public boolean begun(LocalDate today) {
        return !from().isAfter(today);
    }

    public boolean over(LocalDate today) {
        return to().isBefore(today);
    }

    public boolean offered(List<Option> options) {
        return options.stream().anyMatch(option -> option.value().equals(name()));
    }

    /** Whether anything was by its end: before anything was, there is nothing to review. */
    boolean recorded(ZoneId zone) {
        return Occurrence.find("deletedAt is null and occurredAt < ?1", range(zone).end()).firstResultOptional().isPresent();
    }

    Period days() {
        return new Period(from(), to());
    }

    TimeRange range(ZoneId zone) {
        return new TimeRange(from().atStartOfDay(zone).toInstant(), to().plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The twelve months to its end. */
    TimeRange year(ZoneId zone) {
        return new TimeRange(last().plusMonths(1).minusMonths(YEAR).atDay(1).atStartOfDay(zone).toInstant(), range(zone).end());
    }

    /** From Monday to Friday; holidays are nobody's business here. */
    static LocalDate firstWorkingDay(YearMonth month) {
        var day = month.atDay(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day;
    }
}
