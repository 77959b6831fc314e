package org.closecall.reliability;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.closecall.reliability.Chart.Cell;
import org.closecall.reliability.Chart.Column;
import org.closecall.web.Formats;

/** The counts by month, each leading to its records. */
final class Months {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

    private Months() {
    }

    static Chart chart(Scope scope, Figures figures) {
        return new Chart("by-month", "months", "Incidents and near misses by month",
                "Above: incidents that began in each month. Below: near misses. Without judgement: months differ by chance alone.", true,
                List.of(Column.words("Month"), Column.number("Incidents"), Column.number("Near misses")),
                figures.months().stream().map(month -> row(scope, month)).toList(), null);
    }

    private static Chart.Row row(Scope scope, Month month) {
        var part = scope.over(month.period());
        var name = Cell.of(name(month), scope.over(Period.of(month.month())).address("/reliability")).noted(note(month));
        return Chart.Row.of(name, Cell.count(month.incidents(), part.log(Tiles.INCIDENTS)), Cell.count(month.nearMisses(), part.log(Tiles.NEAR_MISSES)));
    }

    static String name(Month month) {
        return SHORT.format(month.from());
    }

    /** Which part of the month, where it is not the whole, and of how many events, where these are fewer. */
    private static String note(Month month) {
        var part = (month.from().getDayOfMonth() == 1 ? "" : "from " + Formats.day(month.from()))
                + (month.to().equals(month.month().atEndOfMonth()) ? "" : " to " + Formats.day(month.to()));
        var events = month.triggers() == month.incidents() ? "" : "incidents from " + Units.count(month.triggers(), "trigger", "triggers");
        var note = part + (part.isEmpty() || events.isEmpty() ? "" : "; ") + events;
        return note.isEmpty() ? null : note.strip();
    }
}
