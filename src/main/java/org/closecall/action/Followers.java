package org.closecall.action;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.notice.Notice;
import org.closecall.notice.NoticeKind;
import org.closecall.people.Person;

/**
 * Tells those who follow an action that it was moved on, and those whose actions waited for it.
 *
 * @param heard who knows already, by id: whoever does it, and whoever is told of it as a check or a decision
 */
record Followers(ActionItem action, boolean wasUnfinished, Person by, Set<Long> heard) {

    /** Before the step is made. by is null when a date does it. */
    static Followers of(ActionItem action, ActionState to, Person by) {
        var elsewhere = to == ActionState.VERIFIED || to == ActionState.RISK_ACCEPTED || !action.state.unfinished();
        return new Followers(action, action.state.unfinished(), by, Stream.of(by, elsewhere ? action.owner : null, elsewhere ? action.doneBy : null).filter(one -> one != null).map(one -> one.id).collect(Collectors.toSet()));
    }

    /** After the step. */
    void moved(String verb) {
        var now = action.stateSince;
        Notice.tell(Watcher.of(action).stream().filter(person -> !heard.contains(person.id)).toList(), NoticeKind.COMMENTED, (by == null ? "Closecall" : by.name) + " " + verb + " “" + action.title + "”",
                "/actions/" + action.id, "moved:action:" + action.id + ":" + action.version, now);
        if (wasUnfinished && !action.state.unfinished()) {
            freed().forEach(free -> Notice.tell(free.owner, NoticeKind.COMMENTED, "Nothing blocks “" + free.title + "” any more: “" + action.title + "” is " + action.stateWord(),
                    "/actions/" + free.id, "freed:action:" + free.id + ":" + action.id + ":" + action.version, now));
        }
    }

    /** Those who are named or chosen hear that; the others who follow it, that there is a comment. After an edit only who is new hears of it. */
    static void commented(ActionComment comment, Instant now) {
        var path = "/actions/" + comment.action.id + "#comment-" + comment.id;
        var by = comment.writtenBy;
        Notice.tell(comment.told, NoticeKind.MENTIONED, by.name + " points you to a comment on “" + comment.action.title + "”", path, "mentioned:comment:" + comment.id, now);
        if (comment.editedAt == null) {
            var others = Watcher.of(comment.action).stream().filter(person -> !person.id.equals(by.id) && comment.told.stream().noneMatch(told -> told.id.equals(person.id))).toList();
            Notice.tell(others, NoticeKind.COMMENTED, by.name + " commented on “" + comment.action.title + "”", path, "commented:comment:" + comment.id, now);
        }
    }

    /** Those that waited for it last. */
    private List<ActionItem> freed() {
        var waiting = Blocker.waitingFor(action, Blocker.MOST).stream().filter(one -> one.state.unfinished() && one.owner != null).toList();
        var still = Blocker.unfinished(waiting);
        return waiting.stream().filter(one -> !still.containsKey(one.id)).toList();
    }
}
