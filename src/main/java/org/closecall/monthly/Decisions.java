package org.closecall.monthly;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.closecall.action.ActionItem;

/** The actions that a review decided on. */
final class Decisions {

    private Decisions() {
    }

    static List<Document.Decision> of(MonthlyReview review) {
        return actions(review).stream().map(action -> new Document.Decision(action.id, action.title, action.aim, action.state, action.owner == null ? null : action.owner.name, action.dueOn)).toList();
    }

    private static List<ActionItem> actions(MonthlyReview review) {
        return ActionItem.list("from ActionItem a left join fetch a.owner where a.monthlyReview = ?1 and a.deletedAt is null order by a.id", review);
    }

    /** How they stand now, by the action's id; what was removed is missing. */
    static Map<Long, ActionItem> standing(MonthlyReview review) {
        return actions(review).stream().collect(Collectors.toMap(action -> action.id, action -> action));
    }
}
