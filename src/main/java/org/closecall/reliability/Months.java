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

    /** Which part of the month, where it is not the whole. */
    static String note(Month month) {
        var part = (month.from().getDayOfMonth() == 1 ? "" : "from " + Formats.day(month.from()))
                + (month.to().equals(month.month().atEndOfMonth()) ? "" : " to " + Formats.day(month.to()));
        return part.isEmpty() ? null : part.strip();
    }
}
