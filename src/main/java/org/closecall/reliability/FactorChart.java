package org.closecall.reliability;

import java.util.ArrayList;
import java.util.List;
import org.closecall.reliability.Chart.Cell;
import org.closecall.reliability.Chart.Column;

/** Which kinds of contributing factors published postmortems name, most named first. */
record FactorChart(Basis basis) {

    private static final int MOST = 12;
    private static final String FACTORS = """
            select k.id, k.name, count(distinct o.id) from occurrence o join postmortem p on p.occurrence_id = o.id join publication_factor f on f.publication_id = p.publication_id
              join factor_category k on k.id = f.category_id where %s group by 1, 2 order by 3 desc, 2""";
    private static final String PUBLISHED = "select count(*) from occurrence o join postmortem p on p.occurrence_id = o.id and p.publication_id is not null where %s";

    Chart chart() {
        var published = basis.grouped(PUBLISHED, 0).get(0).count();
        var groups = published == 0 ? List.<Basis.Group>of() : basis.grouped(FACTORS, 2);
        var rows = new ArrayList<Chart.Row>();
        groups.stream().limit(MOST).forEach(group -> rows.add(Chart.Row.of(Cell.of(group.keys().get(1)), Cell.count(group.count(), basis.scope().log("factor=" + group.keys().get(0))))));
        return new Chart("factors", "bars", "Contributing factors", "How many of " + Units.count(published, "published postmortem", "published postmortems") + " name each, " + basis.days() + ". One names several.", false,
                List.of(Column.words("Factor"), Column.number("Postmortems")), rows, groups.size() > MOST ? groups.size() - MOST + " more are named less often: see Factors in the library." : null);
    }
}
