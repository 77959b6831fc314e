package org.closecall.reliability;

import java.util.List;
import org.closecall.metrics.Proportion;

/** Whether promises were kept: of the actions that fell due in the period and before today, those first done by their day. */
record OnTimeTile(Scope scope, AsOf asOf) {

    private static final String DUE = """
            select count(*) filter (where (a.first_done_at at time zone ?)::date <= a.due_on), count(*), (select count(*) %1$s and a.state in ('OPEN', 'IN_PROGRESS') and a.due_on < cast(? as date))
            %1$s and a.state not in ('DROPPED', 'RISK_ACCEPTED') and a.due_on between cast(? as date) and cast(? as date)""";

    Tile tile() {
        var tile = new Tile("Actions on time", "#actions-on-time");
        var yesterday = scope.today().minusDays(1);
        var from = scope.period().from() == null ? "0001-01-01" : scope.period().from().toString();
        var to = scope.period().to() == null || scope.period().to().isAfter(yesterday) ? yesterday : scope.period().to();
        var counts = Rows.kept(asOf.of(ActionCharts.parts(scope)), DUE.formatted(ActionCharts.narrowed(scope)), List.of(scope.zone().getId(), scope.today().toString(), from, to.toString()), row -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)}).get(0);
        var due = ActionCharts.list(scope, "state=OPEN,IN_PROGRESS,DONE,VERIFIED&from=" + from + "&to=" + to);
        var share = Share.of(Proportion.wilson(counts[0], counts[1], Figures.CONFIDENCE));
        tile.parts = counts[2] == 0 ? List.of() : List.of(new Tile.Link(counts[2] + " late and unfinished now", ActionCharts.list(scope, "show=late")));
        tile.workedOut(new Tile.Drawer("First done on or before the due day, of those whose day lay in the period and has passed; dropped ones and accepted risks are left out.", Drawers.wilson("on time", "due"),
                List.of(Tile.Input.of("Done by their day", String.valueOf(counts[0])), new Tile.Input("Fell due", String.valueOf(counts[1]), counts[1] == 0 ? null : due))));
        tile.ranged(Tile.Range.of(share), null);
        if (counts[1] == 0) {
            return tile.thin("None due").say("No action fell due in this time.");
        }
        var fell = counts[1] + " that fell due";
        return share.share() == null ? tile.thin(share.count() + " of " + share.of()).of(fell, due, ". Below five: the fraction only.")
                : tile.value(Units.percent(share.share()), null, null).drawn(Ci.of(share)).of(share.count() + " of " + fell, due, ", 95 %: " + Units.percents(share) + ".");
    }
}
