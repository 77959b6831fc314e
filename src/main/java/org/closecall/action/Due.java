package org.closecall.action;

import io.quarkus.qute.TemplateData;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A due date as one sees it on a day: late, soon or just a date. What is done is neither late nor soon. */
@TemplateData
public record Due(LocalDate on, LocalDate today, boolean done) {

    static final int SOON_DAYS = 7;
    private static final String NBSP = "\u00a0";
    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter OTHER_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    public boolean late() {
        return !done && daysLeft() < 0;
    }

    public boolean soon() {
        return !done && daysLeft() >= 0 && daysLeft() <= SOON_DAYS;
    }

    /** Saturday or Sunday, when nobody may be there; null on other days. */
    public String weekend() {
        return on.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue() ? null : on.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** The next day on which somebody is. */
    public LocalDate workday() {
        return ActionPolicy.workday(on);
    }

    /** Names the style. */
    public String mark() {
        return late() ? "late" : soon() ? "soon" : "";
    }

    /** 14 Nov, or 14 Nov 2027 when it is not this year. */
    public String day() {
        return (on.getYear() == today.getYear() ? THIS_YEAR : OTHER_YEAR).format(on);
    }

    /** 3 days late, today, tomorrow, in 3 days; nothing when it is far off or done. */
    public String words() {
        if (late()) {
            return days(-daysLeft()) + " late";
        }
        if (!soon()) {
            return "";
        }
        return daysLeft() == 0 ? "today" : daysLeft() == 1 ? "tomorrow" : "in " + days(daysLeft());
    }

    private long daysLeft() {
        return ChronoUnit.DAYS.between(today, on);
    }

    private static String days(long count) {
        return count == 1 ? "1" + NBSP + "day" : count + NBSP + "days";
    }
}
