package org.closecall.reliability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.closecall.metrics.EventTimes;
import org.closecall.metrics.PowerLaw;
import org.closecall.reliability.Chart.Cell;
import org.closecall.reliability.Chart.Column;

/** Events counted on and on against the straight line of a steady pace: where it flattens they become fewer. */
final class CumulativeChart {

    private static final int STEPS = 26;

    private CumulativeChart() {
    }

    /** Of triggers, by month; wide where it stands alone. */
    static Chart of(Scope scope, List<Month> months, boolean wide) {
        var all = months.stream().mapToLong(Month::triggers).sum();
        var hours = months.stream().mapToDouble(month -> month.period().range(scope.zone()).until(scope.now()).hours()).sum();
        var rows = new ArrayList<Chart.Row>();
        var soFar = 0L;
        var elapsed = 0.0;
        for (var month : months) {
            soFar += month.triggers();
            elapsed += month.period().range(scope.zone()).until(scope.now()).hours();
            rows.add(Chart.Row.of(Cell.of(Months.name(month)), Cell.count(month.triggers()), Cell.count(soFar), pace(all * elapsed / hours)));
        }
        return new Chart("cumulative", "cumulative", "Incidents so far, against a steady pace",
                "A curve that flattens means fewer as time goes on, one that steepens more. Whether that is more than chance is judged at review dates only.", wide,
                List.of(Column.words("To the end of"), Column.number("Triggers"), Column.number("So far"), Column.number("Steady pace")), all == 0 ? List.of() : rows, null);
    }

    /** Of a published series, at equal steps of time; the power law beside it where it fits. */
    static Chart of(String id, String title, String say, EventTimes events, DoubleFunction<String> naming) {
        var law = PowerLaw.of(events).filter(curve -> curve.fit().passes()).orElse(null);
        var columns = new ArrayList<>(List.of(Column.words("Until"), Column.number("Events"), Column.number("So far"), Column.number("Steady pace")));
        if (law != null) {
            columns.add(Column.number("Power law"));
        }
        var rows = new ArrayList<Chart.Row>();
        var before = 0L;
        for (var step = 1; step <= STEPS; step++) {
            var time = events.window() * step / STEPS;
            var soFar = Arrays.stream(events.times()).filter(one -> one <= time * (1 + 1e-12)).count();
            var cells = new ArrayList<>(List.of(Cell.of(naming.apply(time)), Cell.count(soFar - before), Cell.count(soFar), pace(events.n() * time / events.window())));
            if (law != null) {
                cells.add(pace(law.expected(time)));
            }
            rows.add(new Chart.Row(cells));
            before = soFar;
        }
        return new Chart(id, "cumulative", title, say, false, columns, rows, null);
    }

    private static Cell pace(double value) {
        return Cell.value(String.format(Locale.ENGLISH, "%.1f", value), value);
    }
}
