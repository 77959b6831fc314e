package org.closecall.reliability;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.closecall.metrics.Reading;
import org.closecall.metrics.SurvivalQuantile;
import org.closecall.web.Formats;

/** How promises are kept, as tiles; each figure leads to the actions behind it. */
record PromiseTiles(PromiseScope scope, PromiseFigures figures) {

    private static final double HOURS_A_DAY = 24;

    static List<Tile> all(PromiseScope scope, PromiseFigures figures) {
        var tiles = new PromiseTiles(scope, figures);
        return List.of(tiles.onTime(), tiles.late(), tiles.ageing(), tiles.timeToClose(), tiles.toVerify(), tiles.verified(), tiles.effective(), tiles.riskAccepted());
    }

    private Tile onTime() {
        var share = figures.onTime();
        var tile = shared(new Tile("Done on time", "#on-time"), share, "No due date has passed", scope.due("show=ontime"), "whose date has passed");
        tile.parts = parts(part(share.of() - share.count(), "not on time", scope.due("show=missed")), part(figures.dueSetAside(), "dropped or accepted, left out", scope.due("state=DROPPED,RISK_ACCEPTED")));
        return tile;
    }

    private Tile late() {
        var tile = new Tile("Late now", "#late").value(Formats.grouped(figures.late()), null, null);
        if (figures.late() == 0) {
            tile.say("of " + actions(figures.unfinished()) + " unfinished.");
        } else {
            tile.of(actions(figures.late()), scope.list("show=late"), "of " + figures.unfinished() + " unfinished; the oldest is " + days(figures.oldestLateDays()) + " late.");
        }
        tile.parts = parts(part(figures.undated(), "without a date, never late", scope.list("show=nodate")));
        return tile;
    }

    private Tile ageing() {
        var tile = new Tile("Age of what is unfinished", "#ageing");
        var ages = figures.ages();
        if (ages == null) {
            return tile.thin("Nothing").say("is unfinished.");
        }
        tile.parts = parts(part(ages.over30(), "over 30 days", older(30)), part(ages.over60(), "over 60", older(60)), part(ages.over90(), "over 90", older(90)));
        return tile.value(Units.span(ages.medianDays() * HOURS_A_DAY), "median", null).of(actions(figures.unfinished()), scope.list("sort=age"), "; the oldest " + Units.span(ages.maxDays() * HOURS_A_DAY) + ".");
    }

    private String older(int days) {
        return scope.list("sort=age&until=" + scope.before(days));
    }

    private Tile timeToClose() {
        var tile = new Tile("Time to close", "#time-to-close");
        var closing = figures.timeToClose();
        var rest = closing.open() == 0 ? ", all done" : ", " + closing.open() + " of them still open";
        if (closing.n() == 0) {
            return tile.thin("No data").say("Nothing was promised in this time.");
        } else if (!Reading.of(closing.n()).medianShown()) {
            tile.thin("Too few for a median");
        } else if (closing.status() == SurvivalQuantile.Status.NOT_REACHED || closing.medianDays() == null) {
            tile.thin("More than half are still open");
        } else {
            tile.value(Units.span(closing.medianDays() * HOURS_A_DAY), "median", null).drawn(Ci.hours(hours(closing.lowerDays()), hours(closing.upperDays()), hours(closing.medianDays())));
            var bounds = Units.spans(hours(closing.lowerDays()), hours(closing.upperDays()));
            rest += bounds == null ? "" : ", 95 %: " + bounds;
        }
        return tile.of(actions(closing.n()), scope.promised("state=OPEN,IN_PROGRESS,DONE,VERIFIED"), rest + ".");
    }

    private Tile toVerify() {
        var tile = new Tile("Waits to be verified", "#to-verify").value(Formats.grouped(figures.toVerify()), null, null);
        return figures.toVerify() == 0 ? tile.say("All that is done was checked by somebody else.") : tile.of(actions(figures.toVerify()), scope.list("state=DONE"), figures.toVerify() == 1 ? "is done." : "are done.");
    }

    private Tile verified() {
        var share = figures.verified();
        var tile = shared(new Tile("Verified", "#verified"), share, "Nothing is done", scope.promised("state=VERIFIED"), "that are done");
        tile.parts = parts(part(share.of() - share.count(), "not yet", scope.promised("state=DONE")));
        return tile;
    }

    private Tile effective() {
        var share = figures.effective();
        var tile = shared(new Tile("Effective", "#effective"), share, "Nothing is judged yet", scope.promised("show=effective"), "that were judged");
        tile.parts = parts(part(share.of() - share.count(), "not effective", scope.promised("show=ineffective")), part(figures.toJudge(), "to be judged now", scope.list("show=judge")));
        return tile;
    }

    private Tile riskAccepted() {
        var tile = new Tile("Risk accepted now", "#risk-accepted").value(Formats.grouped(figures.riskAccepted()), null, null);
        if (figures.riskAccepted() == 0) {
            tile.say("Nothing is lived with.");
        } else {
            tile.of(actions(figures.riskAccepted()), scope.list("state=RISK_ACCEPTED"), ".");
        }
        tile.parts = parts(part(figures.expiring(), "open again within 30 days", scope.list("show=expiring")), part(figures.dropped(), "dropped in this time, with reasons", scope.promised("state=DROPPED")));
        return tile;
    }

    private static Tile shared(Tile tile, Share share, String nothing, String hits, String of) {
        if (share.of() == 0) {
            return tile.thin(nothing);
        }
        var fraction = share.count() + " of " + share.of();
        return (share.share() == null ? tile.thin(fraction) : tile.value(Units.percent(share.share()), null, fraction).drawn(Ci.of(share)))
                .of(actions(share.count()), hits, "of " + share.of() + " " + of + (share.share() == null ? ". Below five: the fraction only." : ", 95 %: " + Units.percents(share) + "."));
    }

    /** Null where there is none of it. */
    private static Tile.Link part(long count, String what, String list) {
        return count == 0 ? null : new Tile.Link(Formats.grouped(count) + Units.NBSP + what, list);
    }

    private static List<Tile.Link> parts(Tile.Link... all) {
        return Stream.of(all).filter(Objects::nonNull).toList();
    }

    private static String actions(long count) {
        return Units.count(count, "action", "actions");
    }

    private static String days(long days) {
        return Units.count(days, "day", "days");
    }

    private static Double hours(Double days) {
        return days == null ? null : days * HOURS_A_DAY;
    }
}
