package org.closecall.reliability;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closecall.web.Formats;

/** How long. */
record DurationTiles(Tiles tiles) {

    private static final List<String> FEW = List.of("No values.", "One value is no median.", "Two values are a list, not a median.",
            "Three values are a list, not a median.", "Four values are a list, not a median.");

    Tile of(Measure measure, Function<Measures, Durations> which) {
        var tile = tiles.ranged(tiles.blank(measure), measures -> Tile.Range.of(which.apply(measures)));
        if (tiles.period().observed()) {
            durations(tile, which.apply(tiles.period()));
        }
        if (tiles.twelveMonths() && which.apply(tiles.year()).n() > 0) {
            year(tile, which.apply(tiles.year()));
        }
        return tile;
    }

    static String list(int n) {
        return FEW.get(n);
    }

    private void durations(Tile tile, Durations durations) {
        if (tiles.period().incidents().count() == 0) {
            tile.thin("No incidents").say(tiles.observed() + ".");
            return;
        }
        if (durations.n() == 0) {
            tile.thin("No data");
            tiles.rests(tile, durations.expected() == 0 ? "without impact on customers." : "without the two moments it takes.");
        } else if (!durations.values().isEmpty()) {
            tiles.rests(tile.thin(values(durations)), known(durations) + ". " + list(durations.n()) + said(durations));
        } else {
            estimate(tile, durations);
        }
        if (durations.leftOut() > 0) {
            tile.aside = new Tile.Link(Formats.grouped(durations.leftOut()) + " left out", tiles.scope().address(tiles.page()) + "#remarks");
        }
    }

    private void estimate(Tile tile, Durations durations) {
        var bounds = Units.minutes(durations.lowerMinutes(), durations.upperMinutes());
        if (durations.medianMinutes() == null) {
            tile.thin("More than half are still open");
        } else {
            var exact = String.format(Locale.ENGLISH, "%.4f min", durations.medianMinutes());
            tile.value(Units.minutes(durations.medianMinutes().doubleValue()), "median", exact);
        }
        tile.drawn(Ci.minutes(durations.lowerMinutes(), durations.upperMinutes(), durations.medianMinutes()));
        tiles.rests(tile, known(durations) + (bounds == null ? "" : ", 95 %: " + bounds) + tail(durations) + "." + said(durations));
    }

    static String values(Durations durations) {
        return durations.values().stream().map(value -> Units.minutes(value.minutes()) + (value.open() ? " so far" : ""))
                .collect(Collectors.joining(", "));
    }

    private String known(Durations durations) {
        var all = durations.n() == tiles.period().incidents().count();
        return ", " + (all ? "all" : Formats.grouped(durations.n())) + " measured"
                + (durations.open() == 0 ? "" : ", " + durations.open() + " of them still open");
    }

    private static String tail(Durations durations) {
        if (durations.p90Minutes() == null) {
            return "";
        }
        var bounds = Units.minutes(durations.p90LowerMinutes(), durations.p90UpperMinutes());
        return "; 9 of 10 within " + Units.minutes(durations.p90Minutes().doubleValue()) + (bounds == null ? "" : " (" + bounds + ")");
    }

    private static String said(Durations durations) {
        return (durations.beforeImpact() == 0 ? "" : " " + durations.beforeImpact() + " more detected before the impact.")
                + (durations.zero() == 0 ? "" : " " + durations.zero() + " of no length.")
                + (durations.fromDetection() == 0 ? "" : " " + durations.fromDetection() + " measured from detection.");
    }

    private void year(Tile tile, Durations durations) {
        var bounds = Units.minutes(durations.lowerMinutes(), durations.upperMinutes());
        var open = durations.open() == 0 ? "" : ", " + durations.open() + " open";
        var log = tiles.yearLog(Tiles.INCIDENTS);
        if (!durations.values().isEmpty()) {
            tile.year(tiles.yearName(), values(durations), log, "of " + tiles.yearIncidents());
        } else if (durations.medianMinutes() == null) {
            tile.year(tiles.yearName(), "more than half are open", log, "of " + tiles.yearIncidents());
        } else {
            tile.year(tiles.yearName(), Units.minutes(durations.medianMinutes().doubleValue()), log, "median" + (bounds == null ? "" : " (" + bounds + ")")
                    + ", " + Formats.grouped(durations.n()) + " of " + tiles.yearIncidents() + open);
        }
    }
}
