package org.closecall.slo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.closecall.catalog.CriticalPath;
import org.closecall.catalog.Service;
import org.closecall.catalog.Team;
import org.closecall.reliability.Chart;
import org.closecall.reliability.Chart.Cell;
import org.closecall.reliability.Chart.Column;
import org.closecall.reliability.Chart.Row;
import org.closecall.web.Formats;

/** Error budgets as pictures and tables: of one window in its course, and of many objectives side by side. */
public final class BudgetCharts {

    private static final String HOW = "Consumed is what was bad ÷ the budget of the whole window, and may exceed 100\u00a0%. A burn rate of 1 spends it evenly over the time observed.";

    private BudgetCharts() {
    }

    /** What was left day by day; null where there is no budget, or no data. */
    static Chart course(Budget budget, ZoneId zone) {
        var course = Course.of(budget);
        if (course == null) {
            return null;
        }
        var unit = budget.objective().kind.time() ? "Bad time so far" : "Bad requests so far";
        var rows = course.points().stream().map(point -> {
            var left = 1 - point.bad() / budget.budget().allowed();
            return Row.of(Cell.of(Formats.inZone(point.at(), zone)), Cell.value(Amounts.percent(left), left * 100), Cell.of(budget.objective().kind.time() ? Amounts.minutes(point.bad()) : Amounts.requests(point.bad())));
        }).toList();
        return new Chart("course", "budget", "Course of the budget", "What was left of " + budget.allowedText() + (budget.objective().kind.time() ? "" : " bad requests") + " over " + budget.windowLabel() + ". Below 0 it is overspent.", false,
                List.of(Column.words("At"), Column.number("Left"), Column.number(unit)), rows, null);
    }

    /** The objectives in use of a service, of a team's services and of those on a path, null being all, as they stood just before a moment; without those set after another, as a review that was frozen then would not know them. */
    public static Chart budgets(Service service, Team team, CriticalPath path, Instant at, Instant known, ZoneId zone) {
        return budgets(Budgets.of(Objective.inUse(service, team).stream().filter(one -> !one.createdAt.isAfter(known) && (path == null || path.services.contains(one.service))).toList(), at, zone));
    }

    /** Without rows where there are none. */
    static Chart budgets(List<Budget> budgets) {
        var rows = budgets.stream().map(budget -> Row.of(Cell.of(budget.objective().name, budget.objective().address()).noted(budget.objective().service.name),
                Cell.of(budget.objective().targetText() + " of " + (budget.objective().kind.time() ? "time" : "requests")), Cell.of(budget.windowLabel()),
                cell(budget.consumedText(), budget.consumed()), cell(budget.remainingText(), budget.remaining()), cell(budget.burnText(), budget.burnRate()),
                Cell.of(budget.state()).noted(budget.tooLittleTraffic() ? "too little traffic for this SLO" : budget.partial() ? budget.observedText() + " observed" : null))).toList();
        return new Chart("error-budgets", null, "Error budgets", rows.isEmpty() ? "No service of this scope has an objective." : HOW, true,
                List.of(Column.words("Objective"), Column.words("Target"), Column.words("Window"), Column.number("Consumed"), Column.number("Left"), Column.number("Burn rate"), Column.words("State")), rows, null);
    }

    /** Where nothing can be said that is said, and no number stands there. */
    private static Cell cell(String text, Double value) {
        return value == null ? Cell.of(text) : Cell.value(text, value);
    }
}
