package org.closecall.reliability;

import java.util.ArrayList;
import org.closecall.metrics.DetectableChange;
import org.closecall.web.Formats;

/** How the time between incidents was worked out, and what the last review could say of its change. */
record BetweenDrawer(Tiles tiles, Judgement judgement) {

    Tile.Drawer drawer() {
        var inputs = new ArrayList<Tile.Input>();
        inputs.add(Tile.Input.of("T, observed", FrequencyTiles.hours(tiles.period().exposureHours())));
        inputs.add(new Tile.Input("r, triggers", Formats.grouped(tiles.period().incidents().triggers()), tiles.log(Tiles.INCIDENTS)));
        inputs.add(Tile.Input.of("Judged", days(judgement.judged()) + ", " + Units.count(judgement.trend().n(), "trigger", "triggers")
                + (judgement.opened() ? " after the first, which opens the recording" : "")));
        inputs.addAll(TrendWords.inputs(judgement.trend()));
        var disagreement = TrendWords.disagreement(judgement.trend());
        if (disagreement != null && judgement.trend().n() >= 5) {
            inputs.add(Tile.Input.of("Together", disagreement));
        }
        inputs.add(Tile.Input.of("What could be seen", visible()));
        return new Tile.Drawer("Observed time by triggers, with the exact interval of a steady pace. Whether the pace changes is judged at the ends of quarters only, by one test "
                + "named in advance; the others are for comparison.", "T ÷ r; 95 %: 2T ÷ χ²(0.975; 2r + 2) to 2T ÷ χ²(0.025; 2r)", inputs);
    }

    private static String days(Period period) {
        return period.from() == null ? "until " + Formats.day(period.to()) : Formats.day(period.from()) + " to " + Formats.day(period.to());
    }

    /** The detectable change of section 12.4, of the number judged. */
    private String visible() {
        var change = DetectableChange.from(judgement.trend().n());
        var rise = change.multiple() == null ? "" : " or a rise to " + TrendWords.number(change.multiple()).replaceAll("0$", "") + " times";
        return "from " + Units.count(judgement.trend().n(), "trigger", "triggers") + " a period: "
                + (change.drop() == null ? "no drop, not even to zero," + rise : "a drop of " + Units.percent(change.drop()) + " or more" + rise);
    }
}
