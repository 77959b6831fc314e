package org.closecall.action;

import io.quarkus.qute.TemplateData;
import java.util.List;

/** One column of a board: the first few and how many there are. address: the list of all of it. */
@TemplateData
public record Column(String key, String label, List<ActionItem> actions, long total, String address) {

    static final int MOST = 20;

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
