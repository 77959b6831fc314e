package org.closecall.reliability;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.util.Locale;
import org.closecall.web.Formats;

/**
 * What the top of the page says and leads to.
 *
 * @param observed how long the period was observed, and why not for all of it
 * @param scope services and severities
 * @param previous the month, or as many months, before; null, like next, where there is none to show
 */
@TemplateData
public record Heading(String title, String observed, String scope, Tile.Link previous, Tile.Link next, String json) {

    static Heading of(Scope scope, Figures figures) {
        var period = scope.period();
        var months = period.wholeMonths();
        var earlier = months > 0 && !figures.empty() && figures.recordedFrom().isBefore(period.range(scope.zone()).start());
        var later = months > 0 && period.to().isBefore(scope.today());
        var label = scope.label();
        return new Heading(scope.period().label(), observed(scope, figures), label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1),
                earlier ? link(scope, period.shifted(-months)) : null,
                later ? link(scope, period.shifted(months)) : null, scope.address("/reliability.json"));
    }

    /** The months beside are compared and drawn in the same way. */
    Heading comparing(String more) {
        return more.isEmpty() ? this : new Heading(title, observed, scope, comparing(previous, more), comparing(next, more), json);
    }

    private static Tile.Link comparing(Tile.Link month, String more) {
        return month == null ? null : new Tile.Link(month.text(), month.to() + more);
    }

    private static Tile.Link link(Scope scope, Period other) {
        return new Tile.Link(other.label(), scope.over(other).address("/reliability"));
    }

    private static String observed(Scope scope, Figures figures) {
        if (figures.empty()) {
            return "Nothing is recorded here yet.";
        }
        var began = Formats.day(figures.recordedFrom(), scope.zone());
        if (!figures.period().observed()) {
            return figures.period().from().isAfter(scope.now()) ? "This time has not come yet." : "Recording began later, on " + began + ".";
        }
        var window = scope.period().range(scope.zone());
        return "Observed for " + Units.span(figures.period().exposureHours())
                + (figures.recordedFrom().isAfter(window.start()) ? ", from " + first(scope, figures) + " (" + began + ") on" : "")
                + (window.end().isAfter(scope.now()) ? ", until now." : ".");
    }

    private static String first(Scope scope, Figures figures) {
        var inService = scope.service() != null && LocalDate.ofInstant(figures.recordedFrom(), scope.zone()).equals(scope.service().inServiceOn);
        return inService ? "its first day in service" : "the first record";
    }
}
