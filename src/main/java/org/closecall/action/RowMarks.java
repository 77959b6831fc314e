package org.closecall.action;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Map;
import org.closecall.action.ChecklistItem.Ticked;

/** What a row says of an action besides its own fields, of all rows in two statements: how many unfinished ones it waits for, and how many of its steps are ticked. */
@TemplateData
public record RowMarks(Map<Long, Long> waiting, Map<Long, Ticked> ticked) {

    static RowMarks of(List<ActionItem> actions) {
        return new RowMarks(Blocker.unfinished(actions), ChecklistItem.ticked(actions));
    }

    /** Zero for what is settled: it waits for nothing any more. */
    public long waiting(ActionItem action) {
        return action.state.unfinished() ? waiting.getOrDefault(action.id, 0L) : 0;
    }

    /** Null for what has no steps. */
    public Ticked steps(ActionItem action) {
        return ticked.get(action.id);
    }
}
