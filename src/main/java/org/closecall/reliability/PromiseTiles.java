package org.closecall.reliability;

import java.util.List;
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
        var tile = new Tile("Done on time", "#on-time");
        var share = figures.onTime();
        var aside = figures.dueSetAside() == 0 ? "" : " " + figures.dueSetAside() + " dropped or accepted left out.";
        shared(tile, share, "No due date has passed", scope.due("state=OPEN,IN_PROGRESS,DONE,VERIFIED"), "whose date has passed", aside);
        if (share.of() > share.count()) {
            tile.aside = new Tile.Link((share.of() - share.count()) + " were not", scope.due("show=missed"));
        }
        return tile;
    }

    private Tile late() {
        var tile = new Tile("Late now", "#late").value(Formats.grouped(figures.late()), null, null);
        var undated = figures.undated() == 0 ? "" : " " + figures.undated() + " without a date " + (figures.undated() == 1 ? "is" : "are") + " never late.";
        return figures.late() == 0 ? tile.say("of " + actions(figures.unfinished()) + " unfinished." + undated)
                : tile.of(actions(figures.late()), scope.list("show=late"), "of " + figures.unfinished() + " unfinished; the oldest is " + days(figures.oldestLateDays()) + " late." + undated);
    }

    private Tile ageing() {
        var tile = new Tile("Age of what is unfinished", "#ageing");
        var ages = figures.ages();
        if (ages == null) {
            return tile.thin("Nothing").say("is unfinished.");
        }
        return tile.value(Units.span(ages.medianDays() * HOURS_A_DAY), "median", null).of(actions(figures.unfinished()), scope.list("sort=age"),
                "; the oldest " + Units.span(ages.maxDays() * HOURS_A_DAY) + ". Over 30 days " + ages.over30() + ", over 60 " + ages.over60() + ", over 90 " + ages.over90() + ".");
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
        return shared(new Tile("Verified", "#verified"), figures.verified(), "Nothing is done", scope.promised("state=DONE,VERIFIED"), "that are done", "");
    }

    private Tile effective() {
        var waiting = figures.toJudge() == 0 ? "" : " " + figures.toJudge() + (figures.toJudge() == 1 ? " waits" : " wait") + " to be judged.";
        return shared(new Tile("Effective", "#effective"), figures.effective(), "Nothing is judged yet", scope.promised("show=judged"), "that were judged", waiting);
    }

    private Tile riskAccepted() {
        var tile = new Tile("Risk accepted now", "#risk-accepted").value(Formats.grouped(figures.riskAccepted()), null, null);
        if (figures.riskAccepted() == 0) {
            tile.say("Nothing is lived with.");
        } else {
            tile.of(actions(figures.riskAccepted()), scope.list("state=RISK_ACCEPTED"), "; " + figures.expiring() + " open again within 30 days.");
        }
        if (figures.dropped() > 0) {
            tile.aside = new Tile.Link(figures.dropped() + " dropped, with reasons", scope.promised("state=DROPPED"));
        }
        return tile;
    }

    private static Tile shared(Tile tile, Share share, String nothing, String list, String of, String rest) {
        if (share.of() == 0) {
            return tile.thin(nothing).say(rest.strip());
        }
        var fraction = share.count() + " of " + share.of();
        return (share.share() == null ? tile.thin(fraction) : tile.value(Units.percent(share.share()), null, fraction).drawn(Ci.of(share)))
                .of(fraction, list, of + (share.share() == null ? ". Below five: the fraction only." : ", 95 %: " + Units.percents(share) + ".") + rest);
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
