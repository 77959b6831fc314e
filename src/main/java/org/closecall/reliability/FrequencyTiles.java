package org.closecall.reliability;

import java.util.Locale;
import java.util.stream.Collectors;
import org.closecall.metrics.Reading;
import org.closecall.web.Formats;

/** How often. */
record FrequencyTiles(Tiles tiles) {

    Tile incidents() {
        var tile = tiles.ranged(tiles.blank(Measure.INCIDENTS), measures -> Tile.Range.count(measures.incidents().count()));
        var incidents = tiles.period().incidents();
        if (tiles.period().observed() && incidents.count() == 0) {
            tile.thin("None").say(tiles.observed() + ".");
        } else if (tiles.period().observed()) {
            tiles.rests(tile.value(Formats.grouped(incidents.count()), null, null), mix(incidents));
        }
        if (tiles.twelveMonths()) {
            tile.year(tiles.yearName(), Formats.grouped(tiles.year().incidents().count()), tiles.yearLog(Tiles.INCIDENTS), Tiles.from(tiles.year().incidents()) + "in all");
        }
        return judged(tile, false);
    }

    private String mix(Incidents incidents) {
        var mix = incidents.bySeverity().entrySet().stream()
                .map(entry -> Formats.grouped(entry.getValue()) + Units.NBSP + entry.getKey().replace(Incidents.NONE, "without severity"))
                .collect(Collectors.joining(", "));
        return tiles.triggers() + ": " + mix + (incidents.open() == 0 ? "" : "; " + incidents.open() + " not resolved yet")
                + (incidents.withoutStart() == 0 ? "." : "; " + incidents.withoutStart() + " placed by another moment, the start being unknown.");
    }

    Tile between() {
        var tile = tiles.ranged(tiles.blank(Measure.TIME_BETWEEN_INCIDENTS), measures -> uneven(measures == tiles.year()) == null
                ? Tile.Range.of(measures.timeBetweenIncidents()) : Tile.Range.count(measures.timeBetweenIncidents().n()));
        if (tiles.period().observed()) {
            between(tile, tiles.period().timeBetweenIncidents());
        }
        if (tiles.twelveMonths()) {
            var year = tiles.year().timeBetweenIncidents();
            var rest = tiles.yearIncidents() + (" " + Tiles.from(tiles.year().incidents())).stripTrailing() + said();
            var uneven = uneven(true);
            tile.year(tiles.yearName(), uneven == null ? brief(year) : uneven, tiles.yearLog(Tiles.INCIDENTS), (uneven == null ? bounds(year) : ", ") + rest);
        }
        return judged(tile, true);
    }

    /** Of a time to come nothing is judged. */
    private Tile judged(Tile tile, boolean rising) {
        return tiles.judgement() == null || !tiles.period().observed() ? tile : tile.judged(tiles.judgement().mark(rising));
    }

    /** The verdict of the last review where this is another day; empty on the desk. */
    private String said() {
        return tiles.judgement() == null || !tiles.judgement().provisional() ? "" : ". " + tiles.judgement().said();
    }

    /** Why no average over the period, or the year, is shown. */
    private String uneven(boolean year) {
        return tiles.judgement() == null || tiles.judgement().year() != year ? null : tiles.judgement().uneven();
    }

    private void between(Tile tile, Between between) {
        var observed = tiles.triggers();
        var bounds = Units.spans(between.lowerHours(), between.upperHours());
        if (uneven(false) != null) {
            tiles.rests(tile.thin("No one average"), observed + ". " + uneven(false) + "; one average would mislead." + (tiles.twelveMonths() ? "" : said().replaceFirst("^.", "")) + " See the charts on how often.");
            return;
        }
        tile.drawn(Ci.hours(between.lowerHours(), between.upperHours(), between.meanHours()));
        switch (between.reading()) {
            case NONE -> tile.thin("No incidents").say(tiles.observed() + ". That proves only that the mean gap exceeds "
                    + Units.span(between.lowerHours()) + " (95 %).");
            case SINGLE -> tiles.rests(tile.thin(Units.roughly(between.meanHours())), observed + ": anything from "
                    + Units.roughly(between.lowerHours()) + " to " + Units.roughly(between.upperHours()) + " at 95 %.");
            case FEW -> tiles.rests(tile.thin(bounds).point("point: one in " + Units.span(between.meanHours())), observed + ", 95 % interval.");
            default -> tiles.rests(tile.value(Units.span(between.meanHours()), null, hours(between.meanHours())),
                    observed + ", 95 %: " + bounds + rough(between.reading()) + "." + (tiles.twelveMonths() ? "" : said().replaceFirst("^.", "")));
        }
    }

    private static String brief(Between between) {
        return switch (between.reading()) {
            case NONE -> "at least " + Units.span(between.lowerHours());
            case SINGLE -> Units.roughly(between.lowerHours()) + " – " + Units.roughly(between.upperHours());
            case FEW -> Units.spans(between.lowerHours(), between.upperHours());
            default -> Units.span(between.meanHours());
        };
    }

    private static String bounds(Between between) {
        return between.reading().medianShown() ? "(" + Units.spans(between.lowerHours(), between.upperHours()) + "), " : ", ";
    }

    private static String rough(Reading reading) {
        return reading.rough() ? ", rough" : "";
    }

    /** The second figure: from start to start. */
    Tile.Also gaps() {
        var gaps = tiles.period().gapBetweenStarts();
        if (gaps.n() == 0) {
            return null;
        }
        var measure = Measure.GAP_BETWEEN_STARTS;
        var definition = tiles.page() + "#" + measure.anchor();
        if (gaps.zero() == gaps.n()) {
            return new Tile.Also(measure.label, definition, "None", null, "as all " + (gaps.n() + 1) + " triggers began at the same moment.");
        }
        if (gaps.meanHours() == null) {
            var values = gaps.values().stream().map(Units::span).collect(Collectors.joining(", "));
            return new Tile.Also(measure.label, definition, values, null, "in order. " + DurationTiles.list(gaps.n()));
        }
        if (uneven(false) != null) {
            return new Tile.Also(measure.label, definition, Units.span(gaps.medianHours()), "median " + hours(gaps.medianHours()), "median" + median(gaps) + ".");
        }
        var exact = "mean " + hours(gaps.meanHours()) + ", median " + hours(gaps.medianHours());
        return new Tile.Also(measure.label, definition, Units.span(gaps.meanHours()), exact, "mean (" + spread(gaps) + ".");
    }

    /** The mean's interval, then the median with its own. */
    private static String spread(Gaps gaps) {
        return Units.spans(gaps.meanLowerHours(), gaps.meanUpperHours()) + "), median " + Units.span(gaps.medianHours()) + median(gaps);
    }

    /** The interval of the median, which asks for no steady pace, and how many gaps there are. */
    private static String median(Gaps gaps) {
        var median = Units.spans(gaps.medianLowerHours(), gaps.medianUpperHours());
        return (median == null ? "" : " (" + median + ")") + "; " + Units.count(gaps.n(), "gap", "gaps")
                + (gaps.zero() == 0 ? "" : ", " + gaps.zero() + " of no length");
    }

    static String hours(double hours) {
        return String.format(Locale.ENGLISH, "%.4f hours", hours);
    }
}
