package org.closecall.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.closecall.web.Formats;

/** The chapter on how often: months with limits, gaps where incidents are rare, the count so far. */
final class FrequencyCharts {

    private FrequencyCharts() {
    }

    /** declared: since when the process is another one, as people said. */
    static Chapter chapter(Scope scope, Figures figures, Facts facts, Basis basis, List<DeclaredChange> declared, RuleSet rules) {
        if (figures.months().isEmpty()) {
            return Chapter.of("how-often", "How often", List.of());
        }
        var changes = declared.stream().map(change -> change.happensOn).toList();
        var series = MonthlySeries.of(scope, figures, facts, changes);
        var monthly = new MonthlyChart(scope, series);
        var words = new ArrayList<>(monthly.words());
        if (monthly.limits()) {
            words.addAll(rules.words(series.chart(), series.hidden(), i -> Months.name(series.months().get(i)), "among the months"));
            rules.wrong(series.chart(), series.hidden()).ifPresent(words::add);
        }
        begunAnew(declared, scope).ifPresent(words::add);
        if (series.fleet().changed()) {
            words.add(series.fleet().sentence());
        }
        var charts = new ArrayList<>(List.of(monthly.chart()));
        if (series.gapsToo()) {
            var gaps = GapChart.of(basis, changes);
            words.addAll(gaps.words(rules));
            charts.add(gaps.chart());
        }
        charts.add(CumulativeChart.of(scope, series.shown(), !series.gapsToo()));
        return new Chapter("how-often", "How often", words, charts.stream().filter(chart -> !chart.rows().isEmpty()).toList());
    }

    /** The last declared change by the end of the period: what it says of the limits shown. */
    private static Optional<String> begunAnew(List<DeclaredChange> declared, Scope scope) {
        var last = scope.period().last(scope.today());
        return declared.stream().filter(change -> !change.happensOn.isAfter(last)).reduce((before, after) -> after)
                .map(change -> "Limits begin anew with " + Formats.day(change.happensOn) + ", a declared change: " + change.what + ".");
    }
}
