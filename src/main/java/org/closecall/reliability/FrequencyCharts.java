package org.closecall.reliability;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The chapter on how often: months with limits, gaps where incidents are rare, the count so far. */
final class FrequencyCharts {

    private FrequencyCharts() {
    }

    /** changes: days since which the process is another one, as people declared. */
    static Chapter chapter(Scope scope, Figures figures, Facts facts, Basis basis, List<LocalDate> changes) {
        if (figures.months().isEmpty()) {
            return Chapter.of("how-often", "How often", List.of());
        }
        var series = MonthlySeries.of(scope, figures, facts, changes);
        var monthly = new MonthlyChart(scope, series);
        var words = new ArrayList<>(monthly.words());
        var charts = new ArrayList<>(List.of(monthly.chart()));
        if (series.gapsToo()) {
            var gaps = GapChart.of(basis, changes);
            words.addAll(gaps.words());
            charts.add(gaps.chart());
        }
        charts.add(CumulativeChart.of(scope, series.shown(), !series.gapsToo()));
        return new Chapter("how-often", "How often", words, charts.stream().filter(chart -> !chart.rows().isEmpty()).toList());
    }
}
