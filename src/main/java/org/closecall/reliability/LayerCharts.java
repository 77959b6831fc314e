package org.closecall.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.catalog.Layer;
import org.closecall.metrics.Proportion;
import org.closecall.occurrence.Told;
import org.closecall.reliability.Chart.Cell;
import org.closecall.reliability.Chart.Column;

/** Which layer of defence caught what reached it, and which let it through. */
record LayerCharts(Basis basis) {

    private static final String CAUGHT = "select " + Told.CAUGHT_IN + ", count(*) from occurrence o left join control stop on stop.id = o.stopped_by_control_id"
            + " where %s and o.kind in ('INCIDENT', 'NEAR_MISS') group by 1";
    private static final String LET_THROUGH = """
            select c.layer, oc.state, count(distinct o.id) from occurrence o join occurrence_control oc on oc.occurrence_id = o.id join control c on c.id = oc.control_id
            where %s and o.kind in ('INCIDENT', 'NEAR_MISS') group by 1, 2""";

    Chart caught() {
        var groups = basis.grouped(CAUGHT, 1);
        var reached = groups.stream().filter(group -> !Told.UNKNOWN.equals(group.keys().get(0))).mapToLong(Basis.Group::count).sum();
        var unknown = count(groups, Told.UNKNOWN);
        var rows = new ArrayList<Chart.Row>();
        var left = reached;
        for (var layer : Layer.values()) {
            var caught = count(groups, layer.name());
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

    private static long count(List<Basis.Group> groups, String key) {
        return groups.stream().filter(group -> key.equals(group.keys().get(0))).mapToLong(Basis.Group::count).sum();
    }

    Chart letThrough() {
        var groups = basis.grouped(LET_THROUGH, 2);
        var states = List.of("HELD", "FAILED", "ABSENT");
        var rows = Stream.of(Layer.values()).map(layer -> {
            var cells = new ArrayList<>(List.of(Cell.of(layer.label)));
            states.forEach(state -> cells.add(Cell.count(groups.stream().filter(group -> group.keys().equals(List.of(layer.name(), state))).mapToLong(Basis.Group::count).sum(),
                    basis.scope().log("layer=" + layer + "&state=" + state))));
            return new Chart.Row(cells);
        }).toList();
        return new Chart("let-through", "held", "Which layer held, and which let through", "Records in which a control of the layer held, failed or was absent, " + basis.days() + ". One record can count in several.", false,
                List.of(Column.words("Layer"), Column.number("Held"), Column.number("Failed"), Column.number("Absent")), groups.isEmpty() ? List.of() : rows, null);
    }
}
