package org.closecall.catalog;

import java.time.LocalDate;
import org.closecall.web.Typed;

/** Reading the texts a form brings, where junk must come back as typed. */
public final class Choice {

    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    private Choice() {
    }

    /** Null when empty, unreadable or outside what a service can have lived through. */
    static LocalDate day(String typed) {
        var day = Typed.date(typed);
        return day == null || day.isBefore(FIRST) || day.isAfter(LAST) ? null : day;
    }

    public static String taken(CatalogEntry holder, String what) {
        return holder.archived() ? "An archived " + what + " is called " + holder.name + ": bring that one back, or choose another name"
                : "There is already a " + what + " called " + holder.name;
    }
}
