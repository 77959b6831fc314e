package org.closecall.reliability;

import java.util.ArrayList;
import java.util.List;
import org.closecall.prevention.PreventionKind;
import org.closecall.web.Formats;

/** What heals by itself, and what was tried on purpose. */
record PreventionTiles(Scope scope, PreventionFigures figures) {

    private static final String COVERAGE = "#critical-paths";

    List<Tile> all() {
        return List.of(remediations(), chaos());
    }

    private Tile remediations() {
        var tile = new Tile(Measure.AUTOMATED_REMEDIATIONS, "");
        var runs = figures.remediations();
        var success = runs.success();
        tile.ranged(Tile.Range.of(success), figures.remediationsTwelveMonths() == null ? null : Tile.Range.of(figures.remediationsTwelveMonths().success()));
        if (runs.runs() == 0) {
            tile.thin("None").say("No automated remediation has run, as far as is known here." + dryRuns(runs));
        } else if (success.share() == null) {
            rests(tile.thin(success.count() + " of " + success.of() + " succeeded"), runs, ". Below five: the fraction only.");
        } else {
            rests(tile.value(Units.percent(success.share()), "succeeded", success.count() + " of " + success.of()).drawn(Ci.of(success)), runs, ", 95 %: " + Units.percents(success) + ".");
        }
        year(tile, figures.remediationsTwelveMonths());
        tile.foot = "More runs are not better in themselves";
        return unattended(tile).workedOut(drawer(runs));
    }

    private void rests(Tile tile, RemediationFigures runs, String rest) {
        tile.of(counted(runs), list(scope, "outcome=RUN"), rest + dryRuns(runs));
        var parts = new ArrayList<Tile.Link>();
        if (runs.relapsed() > 0) {
            parts.add(new Tile.Link(runs.relapsed() + " relapsed", list(scope, "outcome=RELAPSED")));
        }
        if (runs.failed() > 0) {
            parts.add(new Tile.Link(runs.failed() + " failed", list(scope, "outcome=FAILED")));
        }
        tile.parts = parts;
    }

    private void year(Tile tile, RemediationFigures year) {
        if (year != null && year.runs() > 0) {
            var success = year.success();
            var text = success.share() == null ? success.count() + " of " + success.of() : Units.percent(success.share());
            tile.year("12 months", text, list(scope.over(scope.period().year(scope.today())), "outcome=RUN"), (success.share() == null ? "" : "(" + Units.percents(success) + ") ") + "of " + counted(year));
        }
    }

    private Tile unattended(Tile tile) {
        var share = figures.unattended();
        if (share.of() > 0) {
            var log = scope.log(Tiles.INCIDENTS + (share.count() == 0 ? "&progress=RESOLVED" : "&healed=yes"));
            tile.also(new Tile.Also("Resolved without anybody’s help", log, share.count() + " of " + share.of(), null, share.share() == null ? "resolved incidents" : "resolved incidents (" + Units.percents(share) + ")"));
        }
        return tile;
    }

    private Tile.Drawer drawer(RemediationFigures runs) {
        return new Tile.Drawer("Runs that succeeded and whose trigger was not back within 30 minutes, among all that were no dry runs. A run reported twice under one key counts once.",
                "succeeded ÷ (succeeded + relapsed + failed), Wilson’s 95 % interval",
                List.of(input("Succeeded", runs.succeeded(), "SUCCEEDED"), input("Relapsed", runs.relapsed(), "RELAPSED"), input("Failed", runs.failed(), "FAILED"), input("Dry runs, left out", runs.dryRuns(), "DRY_RUN")));
    }

    private Tile.Input input(String name, int count, String outcome) {
        return new Tile.Input(name, Formats.grouped(count), count == 0 ? null : list(scope, "outcome=" + outcome));
    }

    private static String counted(RemediationFigures runs) {
        return Units.count(runs.runs(), "run", "runs");
    }

    private static String dryRuns(RemediationFigures runs) {
        return runs.dryRuns() == 0 ? "" : " " + Units.count(runs.dryRuns(), "dry run", "dry runs") + " left out.";
    }

    private static String list(Scope of, String first) {
        return PreventionFigures.list(PreventionKind.REMEDIATION, of, first);
    }

    private Tile chaos() {
        var tile = new Tile(Measure.CHAOS_COVERAGE, "");
        var chaos = figures.chaos();
        tile.ranged(Tile.Range.count(chaos.critical()), null);
        if (chaos.critical() == 0) {
            tile.thin("No critical paths").of("Define critical paths", "/critical-paths", "first: coverage is a share of them.");
            return tile;
        }
        tile.value(chaos.validated() + " of " + chaos.critical(), chaos.critical() == 1 ? "critical path" : "critical paths", null)
                .of("Validated", scope.address("/reliability") + COVERAGE, " in the 90 days to " + Formats.day(scope.period().last(scope.today())) + ". " + rest(chaos));
        tile.year("Exercised", chaos.exercised() + " of " + chaos.critical(), scope.address("/reliability") + COVERAGE, refuted(chaos));
        tile.foot = "A census: no interval";
        return tile.workedOut(new Tile.Drawer("Validated: in these days a fault was injected, at least one check was made, no more failed than was declared tolerable, and the system recovered. Exercised: injected and checked, whatever came of it.",
                "validated ÷ critical paths in use",
                List.of(Tile.Input.of("Validated", "" + chaos.validated()), Tile.Input.of("Exercised, not validated", "" + (chaos.exercised() - chaos.validated())), Tile.Input.of("Stale", "" + chaos.stale()), Tile.Input.of("Never validated", "" + chaos.never()))));
    }

    private static String rest(CoverageFigures chaos) {
        return chaos.stale() + chaos.never() == 0 ? "None is stale or was never validated." : chaos.stale() + " stale, " + chaos.never() + " never validated.";
    }

    private static String refuted(CoverageFigures chaos) {
        var refuted = chaos.paths().stream().filter(path -> path.standing().refutedSince()).count();
        return refuted == 0 ? "in these days" : "in these days. On " + refuted + " the latest experiment refuted its hypothesis";
    }
}
