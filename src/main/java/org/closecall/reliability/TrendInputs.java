package org.closecall.reliability;

import java.util.ArrayList;
import java.util.List;
import org.closecall.metrics.DetectableChange;
import org.closecall.web.Formats;

/** What the last review could say of the pace of incidents: every test, and what could have been seen at all. */
record TrendInputs(Scope scope, Judgement judgement) {

    List<Tile.Input> all() {
        var trend = judgement.atReview();
        var inputs = new ArrayList<Tile.Input>();
        inputs.add(Tile.Input.of("Trend judged over", days() + ", " + Units.count(trend.events(), "trigger", "triggers")
                + (judgement.opened() ? " after the first, which opens the recording" : "")));
        if (!trend.tooFew()) {
            inputs.addAll(TrendWords.inputs(trend));
            inputs.add(Tile.Input.of("Together", TrendWords.together(trend)));
        }
        inputs.add(Tile.Input.of("What could be seen", visible(trend.events())));
        if (judgement.spread().p() != null) {
            inputs.add(Tile.Input.of("Bunching by month, 1 by chance", TrendWords.number(judgement.spread().ratio()) + ", " + TrendWords.p(judgement.spread().p())));
        }
        if (scope.service() == null) {
            inputs.add(new Tile.Input("Service by service", "verdicts of the review", scope.address("/reliability/services")));
        }
        return inputs;
    }

    private String days() {
        return (judgement.from() == null ? "until " : Formats.day(judgement.from()) + " to ") + Formats.day(judgement.to());
    }

    private static String visible(int triggers) {
        var change = DetectableChange.from(triggers);
        var rise = change.multiple() == null ? "" : " or a rise to " + TrendWords.number(change.multiple()).replaceAll("0$", "") + " times";
        return (change.drop() == null ? "no drop, not even to none" : "a drop of " + Units.percent(change.drop()) + " or more") + rise;
    }
}
