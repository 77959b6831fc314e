package org.closecall.action;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateExtension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How actions divide between preventing the same, seeing it sooner and hurting less: a picture, and a word when all are of one sort. */
@TemplateData
public record Balance(List<Side> sides, int total) {

    /** x and width in per cent of the bar. */
    @TemplateData
    public record Side(Aim aim, int count, double x, double width) {
    }

    @TemplateExtension(matchName = "balance")
    static Balance of(List<ActionItem> actions) {
        var counts = Arrays.stream(Aim.values()).mapToInt(aim -> (int) actions.stream().filter(action -> action.aim == aim).count()).toArray();
        var sides = new ArrayList<Side>();
        var before = 0;
        for (var aim : Aim.values()) {
            var count = counts[aim.ordinal()];
            sides.add(new Side(aim, count, share(before, actions.size()), share(count, actions.size())));
            before += count;
        }
        return new Balance(sides, actions.size());
    }

    /** Those that serve one of the two answers: seeing it sooner serves the first. */
    @TemplateExtension(matchName = "serving")
    static List<ActionItem> serving(List<ActionItem> actions, String answer) {
        return actions.stream().filter(action -> "limit".equals(answer) == (action.aim == Aim.REDUCE_IMPACT)).toList();
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : Math.round(1000.0 * part / whole) / 10.0;
    }

    /** Two eggs can lie in one basket; of one there is nothing to say. */
    public boolean oneSided() {
        return total > 1 && (sides.get(Aim.REDUCE_IMPACT.ordinal()).count == 0 || sides.get(Aim.REDUCE_IMPACT.ordinal()).count == total);
    }

    /** 2 prevent recurrence, 0 detect sooner, 1 reduce impact */
    public String words() {
        return sides.stream().map(side -> side.count + " " + side.aim.label.toLowerCase()).collect(Collectors.joining(", "));
    }

    public String advice() {
        if (total == 0) {
            return "No action yet, for the one or the other.";
        }
        if (!oneSided()) {
            return total == 1 ? "One action so far." : "Both answers have actions.";
        }
        return sides.get(Aim.REDUCE_IMPACT.ordinal()).count == 0 ? "All eggs in one basket: nothing here helps with a failure that nobody foresaw."
                : "All eggs in one basket: nothing here keeps this failure from coming back.";
    }
}
