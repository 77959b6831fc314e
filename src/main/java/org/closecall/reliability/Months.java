package org.closecall.reliability;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.closecall.web.Formats;

/** How months are named in tables. */
final class Months {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

    private Months() {
    }

    static String name(Month month) {
        return SHORT.format(month.from());
    }

    /** Which part of the month, where it is not the whole, and of how many events, where these are fewer. */
    static String note(Month month) {
        var part = (month.from().getDayOfMonth() == 1 ? "" : "from " + Formats.day(month.from()))
                + (month.to().equals(month.month().atEndOfMonth()) ? "" : " to " + Formats.day(month.to()));
        var events = month.triggers() == month.incidents() ? "" : "incidents from " + Units.count(month.triggers(), "trigger", "triggers");
        var note = part + (part.isEmpty() || events.isEmpty() ? "" : "; ") + events;
        return note.isEmpty() ? null : note.strip();
    }
}
