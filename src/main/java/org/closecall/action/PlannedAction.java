package org.closecall.action;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.closecall.exchange.Outcome;
import org.closecall.people.Change;

/** What one line of a file would do. form is null where it does nothing; action is the one it changes; occurrence the number a new one comes from. */
@TemplateData
public record PlannedAction(long line, String title, Outcome outcome, String reason, List<Change.Field> changes, Long action, Long occurrence, ActionForm form) {

    static PlannedAction nothing(long line, String title, Outcome outcome, String reason, Long action) {
        return new PlannedAction(line, title, outcome, reason, List.of(), action, null, null);
    }
}
