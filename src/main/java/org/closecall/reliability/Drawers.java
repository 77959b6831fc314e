package org.closecall.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.closecall.reliability.Tile.Drawer;
import org.closecall.reliability.Tile.Input;
import org.closecall.web.Formats;

/** How each number of a period was worked out: its definition, its formula and what went into it. */
record Drawers(Tiles tiles) {

    private static final String KAPLAN_MEIER = "S(t) = Π (1 − ended / still going) over all ends up to t; median: the first t with S(t) < ½; band: log-log, 95 %";

    Tile opened(Measure measure, Tile tile) {
        return tiles.period().observed() ? tile.workedOut(switch (measure) {
            case INCIDENTS, GAP_BETWEEN_STARTS -> incidents();
            case TIME_BETWEEN_INCIDENTS -> between();
            case TIME_TO_DETECT -> durations("From the start of the impact to detection; what was detected before it is counted apart.", Measures::timeToDetect);
            case TIME_TO_MITIGATE -> durations("From the start of the impact until it was over; from detection where the start is unknown.", Measures::timeToMitigate);
            case TIME_TO_RESOLVE -> durations("From the start of the impact until resolved; from detection where the start is unknown.", Measures::timeToResolve);
            case CAUGHT_EARLY -> caught();
            case NEAR_MISSES -> nearMisses();
            case STOPPED_BY_CHANCE -> chance();
            default -> throw new IllegalArgumentException(measure + " is worked out elsewhere");
        }) : tile;
    }

    private Drawer incidents() {
        var incidents = tiles.period().incidents();
        return new Drawer("Incidents that began in the period, as recorded; drills are left out.", "a count: it has no interval", List.of(
                records("Incidents", incidents.count(), Tiles.INCIDENTS), Input.of("Triggers, duplicates and consequences counted once", Formats.grouped(incidents.triggers())), observed()));
    }

    private Drawer between() {
        var between = tiles.period().timeBetweenIncidents();
        return new Drawer("Observed calendar time, down time included, divided by triggers. True while the pace is steady and incidents do not bunch.",
                "T / r; interval 2T / χ²(0.975; 2r + 2) to 2T / χ²(0.025; 2r), exact for a steady pace; without any: at least T / 3.0",
                Stream.concat(Stream.of(Input.of("r, triggers", Formats.grouped(between.n())), records("Incidents behind them", tiles.period().incidents().count(), Tiles.INCIDENTS),
                        Input.of("T, observed", hours(between.exposureHours()))), new TrendInputs(tiles.scope(), tiles.judgement()).all().stream()).toList());
    }

    private Drawer durations(String definition, Function<Measures, Durations> which) {
        var durations = which.apply(tiles.period());
        var inputs = new ArrayList<>(List.of(records("Incidents", tiles.period().incidents().count(), Tiles.INCIDENTS), Input.of("n, with the two moments it takes", Formats.grouped(durations.n())),
                Input.of("Still open, counted as at least this long", String.valueOf(durations.open())), Input.of("Of no length", String.valueOf(durations.zero()))));
        var doubled = tiles.period().incidents().count() - tiles.period().incidents().triggers();
        if (doubled > 0) {
            inputs.add(Input.of("Duplicates and consequences, each with its own duration", String.valueOf(doubled)));
        }
        if (durations.fromDetection() > 0) {
            inputs.add(Input.of("Measured from detection", String.valueOf(durations.fromDetection())));
        }
        inputs.add(new Input("Left out, with the reason", String.valueOf(durations.leftOut()), durations.leftOut() == 0 ? null : tiles.scope().address(tiles.page()) + "#remarks"));
        return new Drawer(definition, KAPLAN_MEIER, inputs);
    }

    private Drawer caught() {
        var caught = tiles.period().caughtEarly();
        return new Drawer("Detected by monitoring strictly before the impact, or without any impact, among the incidents of which that is known.", wilson("A", "A + B + C"), List.of(
                records("A, caught early", caught.early().count(), Tiles.INCIDENTS + "&found=EARLY"), records("B, by monitoring after the impact", caught.byMonitoring().count() - caught.early().count(), Tiles.INCIDENTS + "&found=BY_MONITORING"),
                records("C, by people", caught.early().of() - caught.byMonitoring().count(), Tiles.INCIDENTS + "&found=BY_PEOPLE"), records("Unknown, in no share", caught.unknown(), Tiles.INCIDENTS + "&found=UNKNOWN"),
                records("Found by experiment, left out", caught.drills(), Tiles.INCIDENTS + "&detection=EXPERIMENT")));
    }

    private Drawer nearMisses() {
        var nearMisses = tiles.period().nearMisses();
        return new Drawer("Near misses filed that occurred in the period. A sign of reporting, not of risk.", "a count; observed time per near miss with the interval of a steady pace; share of all records by Wilson",
                List.of(records("Near misses", nearMisses.count(), Tiles.NEAR_MISSES), records("Incidents beside them", tiles.period().incidents().count(), Tiles.INCIDENTS), observed()));
    }

    private Drawer chance() {
        var chance = tiles.period().nearMisses().byChance();
        return new Drawer("Near misses that no safeguard, person or automation stopped, among those of which it is known.", wilson("chance", "known"), List.of(
                records("Stopped by chance", chance.count(), Tiles.NEAR_MISSES + "&stopped=CHANCE"), Input.of("Known what stopped them", Formats.grouped(chance.of())), Input.of("Nobody said", String.valueOf(tiles.period().nearMisses().unknown()))));
    }

    static String wilson(String part, String whole) {
        return "p = " + part + " / (" + whole + "); interval by Wilson: (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n), z = 1.96";
    }

    private Input records(String name, long count, String first) {
        return new Input(name, Formats.grouped(count), count == 0 ? null : tiles.log(first));
    }

    private Input observed() {
        return Input.of("Observed", hours(tiles.period().exposureHours()));
    }

    private static String hours(double hours) {
        return Units.span(hours) + " (" + Formats.grouped(Math.round(hours)) + Units.NBSP + "h)";
    }
}
