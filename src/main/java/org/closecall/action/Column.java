package org.closecall.action;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.closecall.web.Viewer;

/** One state of the board: the first few and how many there are. */
@TemplateData
public record Column(ActionState state, List<ActionItem> actions, long total) {

    static final int MOST = 20;

    /** Four statements, however many actions there are. */
    static List<Column> board(ActionFilter filter, ActionCounts counts, Viewer viewer) {
        var all = new ArrayList<Long>();
        for (var state : ActionState.values()) {
            var where = new StringBuilder();
            var bound = filter.conditions(where, viewer);
            all.addAll(ActionList.ids(where.append(ActionFilter.condition(state)), bound, state.done(), MOST));
        }
        var actions = ActionList.load(all);
        return Arrays.stream(ActionState.values())
                .map(state -> new Column(state, actions.stream().filter(action -> action.state() == state).toList(), counts.of(state)))
                .toList();
    }

    public boolean more() {
        return total > actions.size();
    }
}
