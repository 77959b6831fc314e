package org.closecall.action;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.closecall.web.Formats;

/** One column of a board: the first few and how many there are, counted to a most or to the end. address: the list of all of it. */
@TemplateData
public record Column(String key, String label, List<ActionItem> actions, long total, boolean toMost, String address) {

    static final int MOST = 20;
    private static final int NARROW = 4;

    /** Of a board of so many columns: a wide one shows as many tickets in all. */
    static int most(int columns) {
        return columns > NARROW ? MOST / 2 : MOST;
    }

    /** Whether there are more than were counted. */
    public boolean cut() {
        return toMost && total > ActionCounts.MOST;
    }

    public String totalLabel() {
        return cut() ? "more than " + Formats.grouped(ActionCounts.MOST) : Formats.grouped(total);
    }

    public boolean more() {
        return total > actions.size();
    }

    /** What somebody has to say when an action comes here; the field of the action's page. Empty when nothing. */
    public String words(ActionGroup group) {
        return switch (group) {
            case STATE -> key.equals(ActionState.DONE.name()) ? "evidence" : key.equals(ActionState.VERIFIED.name()) ? "how" : "reason";
            case STRATEGY -> "strategy";
            default -> "";
        };
    }
}
