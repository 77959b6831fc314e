package org.closecall.reliability;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.closecall.occurrence.Kind;

/**
 * The tiles of a scope.
 *
 * @param page address of the page with the definitions; empty on that page
 * @param year null where the period is as long
 * @param judgement null where nothing is said of change
 */
record Tiles(Scope scope, String page, Measures period, Measures year, Judgement judgement) {

    static final String INCIDENTS = "kind=INCIDENT";
    static final String NEAR_MISSES = "kind=NEAR_MISS";

    static List<Tile> all(Scope scope, Figures figures) {
        var tiles = new Tiles(scope, "", figures.period(), figures.twelveMonths(), figures.trend());
        var frequency = new FrequencyTiles(tiles);
        var durations = new DurationTiles(tiles);
        var shares = new ShareTiles(tiles);
        var drawers = new Drawers(tiles);
        var ofIncidents = Stream.of(drawers.opened(Measure.INCIDENTS, frequency.incidents()), drawers.opened(Measure.TIME_BETWEEN_INCIDENTS, frequency.between().also(frequency.gaps())),
                drawers.opened(Measure.TIME_TO_DETECT, durations.of(Measure.TIME_TO_DETECT, Measures::timeToDetect)), drawers.opened(Measure.TIME_TO_MITIGATE, durations.of(Measure.TIME_TO_MITIGATE, Measures::timeToMitigate)),
                drawers.opened(Measure.TIME_TO_RESOLVE, durations.of(Measure.TIME_TO_RESOLVE, Measures::timeToResolve)), drawers.opened(Measure.CAUGHT_EARLY, shares.caughtEarly()));
        var ofNearMisses = Stream.of(drawers.opened(Measure.NEAR_MISSES, shares.nearMisses()), drawers.opened(Measure.STOPPED_BY_CHANCE, shares.byChance()));
        var kind = scope.which().kind();
        return kind == Kind.INCIDENT ? ofIncidents.toList() : kind == Kind.NEAR_MISS ? ofNearMisses.toList() : Stream.concat(ofIncidents, ofNearMisses).toList();
    }

    /** What the desk shows of the month. */
    static List<Tile> four(Scope scope, String page, Measures period, Measures year) {
        var tiles = new Tiles(scope, page, period, year, null);
        var shares = new ShareTiles(tiles);
        return List.of(new FrequencyTiles(tiles).between(), new DurationTiles(tiles).of(Measure.TIME_TO_MITIGATE, Measures::timeToMitigate),
                shares.caughtEarly(), shares.nearMisses());
    }

    /** The tile, or what it says where nothing was observed. */
    Tile blank(Measure measure) {
        var tile = new Tile(measure, page);
        return period.observed() ? tile : tile.thin("No data").say("Nothing was observed in this time.");
    }

    /** Says what the tile rests on: the incidents of the period, and the rest of the sentence. */
    void rests(Tile tile, String rest) {
        tile.of(incidents(), log(INCIDENTS), rest);
    }

    /** Whether the year line says anything that the period does not. Twelve months to today say nothing of a time to come. */
    boolean twelveMonths() {
        return period.observed() && year != null && year.observed() && !year.from().equals(period.from());
    }

    /** Of both times, as far as they were observed. */
    Tile ranged(Tile tile, Function<Measures, Tile.Range> which) {
        return tile.ranged(period.observed() ? which.apply(period) : null, twelveMonths() ? which.apply(year) : null);
    }

    /** The time of the year line: twelve months unless recording began within them. */
    String yearName() {
        var whole = yearScope().period().range(scope.zone()).start();
        return year.from().isAfter(whole) ? Units.span(year.exposureHours()) : "12 months";
    }

    private Scope yearScope() {
        return scope.over(scope.period().year(scope.today()));
    }

    String log(String first) {
        return scope.log(first);
    }

    String yearLog(String first) {
        return yearScope().log(first);
    }

    String observed() {
        return "in " + Units.span(period.exposureHours());
    }

    /** The time observed, after the events behind the incidents: from 7 triggers in 31 days. */
    String triggers() {
        return from(period.incidents()) + observed();
    }

    /** Empty where each incident is an event of its own. */
    static String from(Incidents incidents) {
        return incidents.triggers() == incidents.count() ? "" : "from " + Units.count(incidents.triggers(), "trigger", "triggers") + " ";
    }

    String incidents() {
        return Units.count(period.incidents().count(), "incident", "incidents");
    }

    String yearIncidents() {
        return Units.count(year.incidents().count(), "incident", "incidents");
    }
}
