package org.closecall.reliability;

import org.closecall.metrics.Proportion;

/** How many incidents somebody linked as foretold: counted quickly; what is merely alike is on its own page. */
record ForetoldTile(Basis basis) {

    private static final String COUNT = """
            select count(*) filter (where exists (select 1 from occurrence_link l join occurrence p on p.id = l.target_id and p.kind <> 'INCIDENT' and p.deleted_at is null
              where l.source_id = o.id and l.kind = 'FORETOLD_BY' and l.removed_at is null)) from occurrence o where o.kind = 'INCIDENT' and %s""";

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
        var share = Share.of(Proportion.wilson(basis.grouped(COUNT, 0).get(0).count(), incidents, Figures.CONFIDENCE));
        var rest = " linked to an earlier near miss or hazard, " + basis.days();
        if (share.share() == null) {
            return tile.thin(share.count() + " of " + share.of()).of(Units.count(incidents, "incident", "incidents"), to, ":" + rest + ". Below five: the fraction only.");
        }
        return tile.value(Units.percent(share.share()), null, null).drawn(Ci.of(share))
                .of(share.count() + " of " + Units.count(incidents, "incident", "incidents"), to, rest + ", 95 %: " + Units.percents(share) + ". Open it for what was alike, and which actions were unfinished then.");
    }
}
