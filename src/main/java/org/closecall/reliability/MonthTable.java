package org.closecall.reliability;

import io.quarkus.qute.TemplateData;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.closecall.web.Formats;

/** The counts by month, each leading to its records. The chart is drawn from it. */
@TemplateData
public record MonthTable(List<Row> rows) {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

    /** note: which part of the month, where it is not the whole, and of how many events, where these are fewer; address: the month's own page. */
    @TemplateData
    public record Row(String label, String note, String address, Tile.Link incidents, Tile.Link nearMisses) {
    }

    static MonthTable of(Scope scope, Figures figures) {
        return new MonthTable(figures.months().stream().map(month -> row(scope, month)).toList());
    }

    private static Row row(Scope scope, Month month) {
        var part = scope.over(month.period());
        return new Row(SHORT.format(month.from()), note(month), scope.over(Period.of(month.month())).address("/reliability"),
                link(part, Tiles.INCIDENTS, month.incidents()), link(part, Tiles.NEAR_MISSES, month.nearMisses()));
    }

    private static String note(Month month) {
        var part = (month.from().getDayOfMonth() == 1 ? "" : "from " + Formats.day(month.from()))
                + (month.to().equals(month.month().atEndOfMonth()) ? "" : " to " + Formats.day(month.to()));
        var events = month.triggers() == month.incidents() ? "" : "incidents from " + Units.count(month.triggers(), "trigger", "triggers");
        var note = part + (part.isEmpty() || events.isEmpty() ? "" : "; ") + events;
        return note.isEmpty() ? null : note.strip();
    }

    private static Tile.Link link(Scope part, String first, long count) {
        return new Tile.Link(Formats.grouped(count), count == 0 ? null : part.log(first));
    }
}
