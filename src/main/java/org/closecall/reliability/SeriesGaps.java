package org.closecall.reliability;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.closecall.metrics.Baseline;
import org.closecall.metrics.ChartPoint;
import org.closecall.metrics.ValueCharts;
import org.closecall.reliability.Chart.Cell;
import org.closecall.reliability.Chart.Column;

/** Gaps between numbered events with the limits of the first 20. */
final class SeriesGaps {

    static final List<Column> LIMITS = List.of(Column.number("Centre"), Column.number("Lower limit"), Column.number("Upper limit"), Column.words("Signal"));

    private SeriesGaps() {
    }

    static Chart chart(double[] gaps) {
        var points = ValueCharts.t(gaps, Baseline.of(gaps.length), false).points();
        var columns = List.of(Column.words("Explosion"), Column.number("Days since the one before"), LIMITS.get(0), LIMITS.get(1), LIMITS.get(2), LIMITS.get(3));
        return new Chart("coal-gaps", "tchart", "Days between explosions", "One point is the time since the explosion before, on a logarithmic scale; the limits come from the first 20 "
                + "and never move. Points above the upper limit are good news: quiet times longer than chance explains.", true, columns,
                IntStream.range(0, gaps.length).mapToObj(i -> row(String.valueOf(i + 1), points.get(i))).toList(), null);
    }

    private static Chart.Row row(String name, ChartPoint point) {
        return Chart.Row.of(Cell.of(name), days(point.value()), days(point.centre()), days(point.lower()), days(point.upper()), Cell.of(signal(point)));
    }

    static String signal(ChartPoint point) {
        return point.above() ? "long quiet time" : point.below() ? "look for a cause" : "";
    }

    static Cell days(Double value) {
        return Cell.value(value == null ? "" : String.format(Locale.ENGLISH, value >= 10 ? "%.0f" : "%.1f", value), value);
    }
}
