package org.closecall.reliability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.closecall.reliability.Chart.Cell;
import org.closecall.reliability.Chart.Column;

/** Which kinds of contributing factors published postmortems name, most named first. */
record FactorChart(Basis basis, List<Mark> marks) {

    private static final int MOST = 12;
    private static final String NAMES = "select k.id, k.name from factor_category k";

    Chart chart() {
        var postmortems = marks.stream().filter(one -> one.factors() != null).toList();
        var published = postmortems.size();
        var counts = postmortems.stream().flatMapToLong(one -> Arrays.stream(one.factors())).boxed().collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        var groups = names().stream().filter(one -> counts.containsKey(one.id)).map(one -> new Named(one.id, one.name, counts.get(one.id)))
                .sorted(Comparator.comparing(Named::count).reversed().thenComparing(Named::name)).toList();
        var rows = new ArrayList<Chart.Row>();
        groups.stream().limit(MOST).forEach(group -> rows.add(Chart.Row.of(Cell.of(group.name), Cell.count(group.count, basis.scope().log("factor=" + group.id)))));
        return new Chart("factors", "bars", "Contributing factors", "How many of " + Units.count(published, "published postmortem", "published postmortems") + " name each, " + basis.days() + ". One names several.", false,
                List.of(Column.words("Factor"), Column.number("Postmortems")), rows, groups.size() > MOST ? groups.size() - MOST + " more are named less often: see Factors in the library." : null);
    }

    private record Named(long id, String name, long count) {
    }

    private List<Named> names() {
        return Rows.kept(basis.facts().asOf().of(Part.CATALOGUE), NAMES, List.of(), row -> new Named(row.getLong(1), row.getString(2), 0));
    }
}
