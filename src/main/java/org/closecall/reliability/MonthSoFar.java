package org.closecall.reliability;

import io.quarkus.qute.TemplateData;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.closecall.web.Formats;
import org.closecall.web.Viewer;

/**
 * The current month of the organisation in four tiles, each with its last twelve months, in three statements of facts.
 *
 * @param heading such as "November so far"
 * @param days such as "1 – 17 Nov, all services, all severities"
 * @param empty nothing was ever recorded: say so instead of showing tiles
 */
@TemplateData
public record MonthSoFar(String heading, String days, boolean empty, List<Tile> tiles) {

    /** Where the tiles' definitions are. */
    private static final String PAGE = "/reliability";

    public static MonthSoFar of(Viewer viewer) {
        var scope = Scope.of(Asked.nothing(), viewer);
        var month = scope.period().range(scope.zone());
        var year = scope.period().year(scope.today()).range(scope.zone());
        var facts = Facts.load(scope, year.start().isBefore(month.start()) ? new org.closecall.metrics.TimeRange(year.start(), month.end()) : month);
        return new MonthSoFar(name(YearMonth.from(scope.today())) + " so far", days(scope), facts.observedFrom() == null,
                Tiles.four(scope, PAGE, Measures.of(facts, month, scope.now()), Measures.of(facts, year, scope.now())));
    }

    private static String name(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String days(Scope scope) {
        var today = Formats.dayOfMonth(scope.now(), scope.zone());
        return (scope.today().getDayOfMonth() == 1 ? today : "1 – " + today) + ", " + scope.label();
    }
}
