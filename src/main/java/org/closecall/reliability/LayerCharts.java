package org.closecall.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.catalog.Layer;
import org.closecall.metrics.Proportion;
import org.closecall.occurrence.Told;
import org.closecall.reliability.Chart.Cell;
import org.closecall.reliability.Chart.Column;

/** Which layer of defence caught what reached it, and which let it through. */
record LayerCharts(Basis basis, List<Mark> marks) {

    Chart caught() {
        var groups = marks.stream().filter(Mark::met).collect(Collectors.groupingBy(Mark::caughtIn, Collectors.counting()));
        var unknown = groups.getOrDefault(Told.UNKNOWN, 0L);
        var reached = groups.values().stream().mapToLong(Long::longValue).sum() - unknown;
        var rows = new ArrayList<Chart.Row>();
        var left = reached;
        for (var layer : Layer.values()) {
            var caught = groups.getOrDefault(layer.name(), 0L);
            rows.add(row(layer, left, caught));
            left -= caught;
        }
        return new Chart("layers", "layers", "Caught by layer", Units.count(reached, "fault", "faults") + " " + basis.days() + ", incidents and near misses; " + left
                + " passed every layer. The last 90 days are provisional: recent faults have had less time to escape.", false,
                List.of(Column.words("Layer"), Column.number("Reached it"), Column.number("Caught here"), Column.number("Passed on"), Column.number("Contained"), Column.number("95 %")),
                reached == 0 ? List.of() : rows, unknown == 0 ? null : "Of " + unknown + " more it is not known which layer stopped them.");
    }

    private Chart.Row row(Layer layer, long reached, long caught) {
        var share = Share.of(Proportion.wilson(caught, reached, Figures.CONFIDENCE));
        return Chart.Row.of(Cell.of(layer.label), Cell.count(reached), Cell.count(caught, basis.scope().log("caught=" + layer)), Cell.count(reached - caught),
                Cell.of(reached == 0 ? "no evidence" : share.share() == null ? caught + " of " + reached : Units.percent(share.share())), Cell.of(share.share() == null ? "" : Units.percents(share)));
    }

    Chart letThrough() {
        var met = marks.stream().filter(Mark::met).toList();
        var states = List.of("HELD", "FAILED", "ABSENT");
        var rows = Stream.of(Layer.values()).map(layer -> {
            var cells = new ArrayList<>(List.of(Cell.of(layer.label)));
            states.forEach(state -> {
                var bit = Mark.bit(layer, state);
                cells.add(Cell.count(met.stream().filter(one -> (one.layers() & bit) != 0).count(), basis.scope().log("layer=" + layer + "&state=" + state)));
            });
            return new Chart.Row(cells);
        }).toList();
        return new Chart("let-through", "held", "Which layer held, and which let through", "Records in which a control of the layer held, failed or was absent, " + basis.days() + ". One record can count in several.", false,
                List.of(Column.words("Layer"), Column.number("Held"), Column.number("Failed"), Column.number("Absent")), met.stream().allMatch(one -> one.layers() == 0) ? List.of() : rows, null);
    }
}
