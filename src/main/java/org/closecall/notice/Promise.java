package org.closecall.notice;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.closecall.web.Formats;

/** Something that is due on a day, as seen on another: step 0 is too early, 1 soon, 2 the day itself and the week after it, then one a week. */
record Promise(LocalDate due, LocalDate today) {

    private static final int SOON = 1;
    private static final int DUE = 2;
    private static final int WEEK = 7;

    int step(int workingDaysBefore) {
        return today.isBefore(before(due, workingDaysBefore)) ? 0 : today.isBefore(due) ? SOON : DUE + weeks();
    }

    NoticeKind kind() {
        return today.isBefore(due) ? NoticeKind.DUE_SOON : today.equals(due) ? NoticeKind.DUE_TODAY : NoticeKind.OVERDUE;
    }

    /** Whole weeks since it was due. */
    int weeks() {
        return (int) Math.max(0, ChronoUnit.DAYS.between(due, today) / WEEK);
    }

    /** The date itself, never "today": the mail may be read on another day. */
    String inWords() {
        var on = "due on " + Formats.day(due);
        return today.isBefore(due) ? "Due soon, on " + Formats.day(due) : today.equals(due) ? "Due on " + Formats.day(due) : weeks() == 0 ? "Late, " + on : weeks() + (weeks() == 1 ? " week late, " : " weeks late, ") + on;
    }

    static LocalDate before(LocalDate due, int workingDays) {
        var day = due;
        for (var left = workingDays; left > 0; left -= day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue() ? 0 : 1) {
            day = day.minusDays(1);
        }
        return day;
    }
}
