package org.closecall.action;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import org.closecall.web.Viewer;

/** One state of the board: the first few and how many there are. */
@TemplateData
public record Column(ActionState state, List<ActionItem> actions, long total) {

    static final int MOST = 20;
    /** What was given up or is lived with moves nowhere: it has lists of its own. */
    private static final List<ActionState> STATES = List.of(ActionState.OPEN, ActionState.IN_PROGRESS, ActionState.DONE, ActionState.VERIFIED);

    /** As many statements as columns and one, however many actions there are. */
    static List<Column> board(ActionFilter filter, ActionCounts counts, Viewer viewer) {
        var all = new ArrayList<Long>();
        for (var state : STATES) {
            var where = new StringBuilder();
            var bound = filter.conditions(where, viewer);
            all.addAll(ActionList.ids(where.append(ActionFilter.condition(state)), bound, !state.unfinished(), MOST));
        }
        var actions = ActionList.load(all);
        return STATES.stream()
                .map(state -> new Column(state, actions.stream().filter(action -> action.state == state).toList(), counts.of(state)))
                .toList();
    }

    public boolean more() {
        return total > actions.size();
    }
}
