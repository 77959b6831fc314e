package org.closecall.action;

import java.util.List;
import java.util.Map;
import org.closecall.web.Option;
import org.closecall.web.Viewer;

/** What somebody looks for most often, as the address says it. */
final class Show {

    static final String VERIFY = "verify";
    static final List<Option> OPTIONS = List.of(Option.of("mine", "Mine"), Option.of("late", "Late"), Option.of("week", "Due within 7 days"), Option.of("blocked", "Blocked"),
            Option.of(VERIFY, "To verify by me"), Option.of("nodate", "Without a date"));
    private static final String UNFINISHED = " and a.state in ('OPEN', 'IN_PROGRESS')";

    private Show() {
    }

    /** SQL on action_item a. */
    static void condition(String show, StringBuilder where, Map<String, Object> bound, Viewer viewer) {
        where.append(switch (show) {
            case "mine" -> " and a.owner_id = :me";
            case "late" -> UNFINISHED + " and a.due_on < :today";
            case "week" -> UNFINISHED + " and a.due_on between :today and :soon";
            case "blocked" -> " and a.blocked_on is not null";
            case VERIFY -> " and a.done_by <> :me and (a.owner_id is null or a.owner_id <> :me)";
            case "nodate" -> " and a.due_on is null";
            default -> " and false";
        });
        if (where.indexOf(":me") >= 0) {
            bound.put("me", viewer.person().id);
        }
        if (where.indexOf(":today") >= 0) {
            bound.put("today", viewer.today());
        }
        if (where.indexOf(":soon") >= 0) {
            bound.put("soon", viewer.today().plusDays(Due.SOON_DAYS));
        }
    }
}
