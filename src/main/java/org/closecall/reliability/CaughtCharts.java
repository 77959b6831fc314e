package org.closecall.reliability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.metrics.Proportion;
import org.closecall.occurrence.StoppedBy;
import org.closecall.reliability.Chart.Cell;
import org.closecall.reliability.Chart.Column;

/** What brought incidents to light, and what kept near misses from becoming one. */
record CaughtCharts(Basis basis, Scope scope, Figures figures) {

    /** How an incident was found, from best to worst. */
    private enum Found {
        EARLY("Caught early"), BY_MONITORING("By monitoring, after the impact"), BY_PEOPLE("By people"), UNKNOWN("Not known");

        private final String label;

        Found(String label) {
            this.label = label;
        }

        static Found of(IncidentFact fact) {
            return switch (fact.caught()) {
                case MONITORING_BEFORE_IMPACT -> EARLY;
                case MONITORING_AFTER_IMPACT -> BY_MONITORING;
                case HUMAN_OR_CUSTOMER -> BY_PEOPLE;
                case UNKNOWN -> UNKNOWN;
            };
        }
    }

    Chapter chapter(Chart layers, Chart gaps) {
        return Chapter.of("what-caught-it", "What caught it", Stream.of(detections(), early(), stopped(), layers, gaps).filter(chart -> !chart.rows().isEmpty()).toList());
    }

    private Chart detections() {
        var counts = basis.facts().incidents().stream().collect(Collectors.groupingBy(IncidentFact::detection, Collectors.counting()));
        var rows = counts.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(entry -> Chart.Row.of(Cell.of(entry.getKey().label), Cell.count(entry.getValue(), basis.scope().log(Tiles.INCIDENTS + "&detection=" + entry.getKey())))).toList();
        return new Chart("detection-sources", "bars", "Detection sources", "Incidents by how they came to light, " + basis.days() + ".", false,
                List.of(Column.words("Detection"), Column.number("Incidents")), rows, null);
    }

    private Chart early() {
        var months = figures.months();
        var rows = new ArrayList<Chart.Row>();
        for (var month : months) {
            var part = scope.over(month.period());
            var found = basis.facts().within(part.window()).incidents().stream().filter(one -> !one.drill()).collect(Collectors.groupingBy(Found::of, () -> new EnumMap<>(Found.class), Collectors.counting()));
            var cells = new ArrayList<>(List.of(Cell.of(Months.name(month), part.address("/reliability"))));
            Stream.of(Found.values()).forEach(one -> cells.add(Cell.count(found.getOrDefault(one, 0L), part.log(Tiles.INCIDENTS + "&found=" + one))));
            rows.add(new Chart.Row(cells));
        }
        var columns = Stream.concat(Stream.of(Column.words("Month")), Stream.of(Found.values()).map(one -> Column.number(one.label))).toList();
        var any = basis.facts().incidents().stream().anyMatch(one -> !one.drill());
        return new Chart("caught-early-by-month", "caught", "Caught early, by month", "Incidents by who found them, and when. Counts: shares of so few would say more than is known.", false, columns, any ? rows : List.of(), null);
    }

    private Chart stopped() {
        var known = basis.facts().nearMisses().stream().filter(one -> one.stoppedBy() != null).toList();
        var counts = known.stream().collect(Collectors.groupingBy(NearMissFact::stoppedBy, Collectors.counting()));
        Function<StoppedBy, Chart.Row> row = one -> {
            var count = counts.getOrDefault(one, 0L);
            var share = Share.of(Proportion.wilson(count, known.size(), Figures.CONFIDENCE));
            return Chart.Row.of(Cell.of(one.label), Cell.count(count, basis.scope().log(Tiles.NEAR_MISSES + "&stopped=" + one)),
                    Cell.of(share.share() == null ? count + " of " + known.size() : Units.percent(share.share())), Cell.of(share.share() == null ? "" : Units.percents(share)));
        };
        var unknown = basis.facts().nearMisses().size() - known.size();
        return new Chart("stopped-by", "bars", "What stopped near misses", "Those stopped by chance had no defence: they teach most. " + Units.count(known.size(), "near miss", "near misses") + " " + basis.days() + ".", false,
                List.of(Column.words("Stopped by"), Column.number("Near misses"), Column.number("Share"), Column.number("95 %")),
                known.isEmpty() ? List.of() : Stream.of(StoppedBy.values()).map(row).toList(),
                unknown == 0 ? null : "Of " + unknown + " more nobody said what stopped them.");
    }
}
