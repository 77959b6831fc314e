package org.closecall.reliability;

import org.closecall.web.Formats;

/** What caught it, and what nearly happened. */
record ShareTiles(Tiles tiles) {

    Tile caughtEarly() {
        var tile = tiles.ranged(tiles.blank(Measure.CAUGHT_EARLY), measures -> Tile.Range.of(measures.caughtEarly().early()));
        if (tiles.period().observed()) {
            caught(tile, tiles.period().caughtEarly());
        }
        if (tiles.twelveMonths() && tiles.year().caughtEarly().early().of() > 0) {
            year(tile, tiles.year().caughtEarly().early(), Tiles.INCIDENTS, "known of " + tiles.yearIncidents());
        }
        return tile;
    }

    private void caught(Tile tile, Caught caught) {
        var early = caught.early();
        if (tiles.period().incidents().count() == 0) {
            tile.thin("No incidents").say(tiles.observed() + ".");
        } else if (early.of() == 0) {
            tiles.rests(tile.thin("No data"), "without known detection." + drills(caught));
        } else if (early.share() == null) {
            tiles.rests(tile.thin(fraction(early)), ", detection known for " + early.of() + ". Below five: the fraction only." + unknown(caught));
        } else {
            tiles.rests(tile.value(Units.percent(early.share()), null, fraction(early)).drawn(Ci.of(early)),
                    ", detection known for " + early.of() + ", 95 %: " + Units.percents(early) + "; by monitoring at all: "
                            + Units.percent(caught.byMonitoring().share()) + " (" + Units.percents(caught.byMonitoring()) + ")." + unknown(caught));
        }
    }

    private static String unknown(Caught caught) {
        if (caught.unknown() == 0) {
            return drills(caught);
        }
        var range = caught.worstCase() == null ? "" : "; whatever they were, " + Units.percents(caught.worstCase(), caught.bestCase());
        return " " + caught.unknown() + " unknown" + range + "." + drills(caught);
    }

    private static String drills(Caught caught) {
        return caught.drills() == 0 ? "" : " " + caught.drills() + " found by experiment left out.";
    }

    Tile nearMisses() {
        var tile = tiles.ranged(tiles.blank(Measure.NEAR_MISSES), measures -> Tile.Range.count(measures.nearMisses().count()));
        var nearMisses = tiles.period().nearMisses();
        if (tiles.period().observed() && nearMisses.count() == 0) {
            tile.thin("None").say("filed " + tiles.observed() + ". Either nothing came close, or nobody has told us.");
        } else if (tiles.period().observed()) {
            tile.value(Formats.grouped(nearMisses.count()), null, null).of(counted(nearMisses.count()), tiles.log(Tiles.NEAR_MISSES),
                    tiles.observed() + pace(nearMisses) + ". A leading sign of reporting and learning, not of risk.");
        }
        if (tiles.twelveMonths()) {
            year(tile, tiles.year().nearMisses());
        }
        tile.foot = "Never judged, never a target";
        return tile;
    }

    private void year(Tile tile, NearMisses year) {
        var log = tiles.yearLog(Tiles.NEAR_MISSES);
        if (year.count() == 0) {
            tile.year(tiles.yearName(), "none", log, "filed");
        } else {
            tile.year(tiles.yearName(), Formats.grouped(year.count()), log, ofRecords(year.shareOfRecords()));
        }
    }

    private static String pace(NearMisses nearMisses) {
        var between = nearMisses.between();
        var bounds = Units.spans(between.lowerHours(), between.upperHours());
        return between.reading().medianShown() ? ", one in " + Units.span(between.meanHours()) + " (" + bounds + ")" : "";
    }

    private static String ofRecords(Share share) {
        return share.share() == null ? "in all" : "or " + Units.percent(share.share()) + " of incidents and near misses (" + Units.percents(share) + ")";
    }

    Tile byChance() {
        var tile = tiles.ranged(tiles.blank(Measure.STOPPED_BY_CHANCE), measures -> Tile.Range.of(measures.nearMisses().byChance()));
        var nearMisses = tiles.period().nearMisses();
        if (tiles.period().observed()) {
            chance(tile, nearMisses);
        }
        if (tiles.twelveMonths() && tiles.year().nearMisses().byChance().of() > 0) {
            var of = "known of " + counted(tiles.year().nearMisses().count());
            year(tile, tiles.year().nearMisses().byChance(), Tiles.NEAR_MISSES + "&stopped=CHANCE", of);
        }
        return tile;
    }

    private void chance(Tile tile, NearMisses nearMisses) {
        var chance = nearMisses.byChance();
        var unknown = nearMisses.unknown() == 0 ? "" : " Of " + nearMisses.unknown() + " nobody said what stopped them.";
        if (nearMisses.count() == 0) {
            tile.thin("No near misses").say(tiles.observed() + ".");
        } else if (chance.of() == 0) {
            tile.thin("No data").of(counted(nearMisses.count()), tiles.log(Tiles.NEAR_MISSES), "of which nobody said what stopped them.");
        } else if (chance.share() == null) {
            rests(tile.thin(fraction(chance)), chance, " Below five: the fraction only." + unknown);
        } else {
            var value = tile.value(Units.percent(chance.share()), null, fraction(chance)).drawn(Ci.of(chance));
            rests(value, chance, " 95 %: " + Units.percents(chance) + "." + unknown);
        }
    }

    private void rests(Tile tile, Share chance, String rest) {
        if (chance.count() == 0) {
            tile.say("Chance stopped none of " + chance.of() + "." + rest);
        } else {
            tile.of(counted(chance.count()), tiles.log(Tiles.NEAR_MISSES + "&stopped=CHANCE"), "of " + chance.of() + " had no defence." + rest);
        }
    }

    private void year(Tile tile, Share share, String first, String rest) {
        tile.year(tiles.yearName(), share.share() == null ? fraction(share) : Units.percent(share.share()), tiles.yearLog(first),
                (share.share() == null ? "" : "(" + Units.percents(share) + "), " + share.of() + " ") + rest);
    }

    private static String fraction(Share share) {
        return share.count() + " of " + share.of();
    }

    private static String counted(long count) {
        return Units.count(count, "near miss", "near misses");
    }
}
