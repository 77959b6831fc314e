package org.closecall.reliability;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * What began in a calendar month, or in the part of it that belongs to the period and was observed.
 *
 * @param from its first day counted
 * @param to its last
 * @param triggers the events behind the incidents, within the month
 */
public record Month(YearMonth month, LocalDate from, LocalDate to, long incidents, long triggers, long nearMisses) {

    /** Fifty years: enough for everyone, and one wrong date cannot make a page of thousands of rows. */
    private static final int MOST = 600;

    /** The months from one day to another, the last of them if they are too many. */
    static List<Month> between(LocalDate from, LocalDate to, Facts facts, ZoneId zone) {
        var months = new ArrayList<Month>();
        for (var month = YearMonth.from(from); !month.atDay(1).isAfter(to); month = month.plusMonths(1)) {
            var begun = facts.within(Period.of(month).range(zone));
            months.add(new Month(month, from.isAfter(month.atDay(1)) ? from : month.atDay(1),
                    to.isBefore(month.atEndOfMonth()) ? to : month.atEndOfMonth(),
                    begun.incidents().size(), begun.standing().size(), begun.nearMisses().size()));
        }
        return months.subList(Math.max(0, months.size() - MOST), months.size());
    }

    public boolean whole() {
        return from.equals(month.atDay(1)) && to.equals(month.atEndOfMonth());
    }

    Period period() {
        return new Period(from, to);
    }
}
