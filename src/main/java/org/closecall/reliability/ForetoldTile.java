package org.closecall.reliability;

import java.util.List;
import org.closecall.metrics.Proportion;

/** How many incidents somebody linked as foretold: counted quickly; what is merely alike is on its own page. */
record ForetoldTile(Basis basis, List<Mark> marks) {

    Tile tile() {
        var scope = basis.scope();
        var tile = new Tile("Foretold incidents", "#foretold");
        var incidents = basis.facts().incidents().size();
        var to = scope.address("/reliability/foretold");
        if (basis.facts().observedFrom() == null || !basis.facts().observedFrom().isBefore(basis.until())) {
            return tile.thin("No data").say("Nothing was observed in this time.");
        } else if (incidents == 0) {
            return tile.thin("No incidents").say(basis.days() + ".");
        }
        var share = Share.of(Proportion.wilson(marks.stream().filter(Mark::foretold).count(), incidents, Figures.CONFIDENCE));
        var rest = " linked to an earlier near miss or hazard, " + basis.days();
        tile.ranged(Tile.Range.of(share), null);
        if (share.share() == null) {
            return tile.thin(share.count() + " of " + share.of()).of(Units.count(incidents, "incident", "incidents"), to, ":" + rest + ". Below five: the fraction only.");
        }
        return tile.value(Units.percent(share.share()), null, null).drawn(Ci.of(share))
                .of(share.count() + " of " + Units.count(incidents, "incident", "incidents"), to, rest + ", 95 %: " + Units.percents(share) + ". What was merely alike, and which actions were unfinished then, has a page of its own.");
    }
}
