package org.closecall.catalog;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Reading the texts a form brings, where junk must come back as typed. */
final class Choice {

    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    private Choice() {
    }

    static boolean empty(String typed) {
        return typed == null || typed.isBlank();
    }

    /** Null when empty or not a number of ours. */
    static Long id(String typed) {
        return typed != null && typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
    }

    /** Before every change when it is not a version of ours: then nothing counts as untouched. */
    static int version(String typed) {
        return typed != null && typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1;
    }

    /** Null when empty, unreadable or outside what a service can have lived through. */
    static LocalDate day(String typed) {
        try {
            var day = empty(typed) ? null : LocalDate.parse(typed.strip());
            return day == null || day.isBefore(FIRST) || day.isAfter(LAST) ? null : day;
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    static String taken(CatalogEntry holder, String what) {
        return holder.archived() ? "An archived " + what + " is called " + holder.name + ": bring that one back, or choose another name"
                : "There is already a " + what + " called " + holder.name;
    }
}
