package org.closecall.action;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.closecall.web.Option;
import org.closecall.web.Viewer;

/** What somebody looks for most often, as the address says it. */
final class Show {

    static final String VERIFY = "verify";
    static final List<Option> OPTIONS = List.of(Option.of("mine", "Mine"), Option.of("late", "Late"), Option.of("week", "Due within 7 days"), Option.of("blocked", "Blocked"),
            Option.of(VERIFY, "To verify by me"), Option.of("nodate", "Without a date"),
            Option.of("decide", "A risk for me to accept"), Option.of("judge", "Did it help?"), Option.of("expiring", "Accepted until soon"), Option.of("ontime", "Done on time"), Option.of("missed", "Not done on time"), Option.of("effective", "Effective"), Option.of("ineffective", "Not effective"));
    /** Some only make sense in a state that is not shown otherwise. */
    private static final Map<String, Set<ActionState>> STATES = Map.of(VERIFY, Set.of(ActionState.DONE), "judge", Set.of(ActionState.VERIFIED), "effective", Set.of(ActionState.VERIFIED), "ineffective", Set.of(ActionState.VERIFIED), "ontime", Set.of(ActionState.DONE, ActionState.VERIFIED, ActionState.OPEN, ActionState.IN_PROGRESS), "expiring", Set.of(ActionState.RISK_ACCEPTED),
            "missed", Set.of(ActionState.OPEN, ActionState.IN_PROGRESS, ActionState.DONE, ActionState.VERIFIED));
    private static final int EXPIRING_DAYS = 30;
    private static final String UNFINISHED = " and a.state in ('OPEN', 'IN_PROGRESS')";

    private Show() {
    }

    /** Those looked for where no state is asked. */
    static Set<ActionState> states(String show) {
        return show == null ? ActionState.UNFINISHED : STATES.getOrDefault(show, ActionState.UNFINISHED);
    }

    /** SQL on action_item a. */
    static void condition(String show, StringBuilder where, Map<String, Object> bound, Viewer viewer) {
        where.append(switch (show) {
            case "mine" -> " and a.owner_id = :me";
            case "late" -> UNFINISHED + " and a.due_on < :today";
            case "week" -> UNFINISHED + " and a.due_on between :today and :soon";
            case "blocked" -> " and a.blocked_on is not null";
            case VERIFY -> " and a.done_by <> :me and a.owner_id is distinct from :me and a.done_owner_id is distinct from :me";
            case "nodate" -> " and a.due_on is null";
            case "decide" -> UNFINISHED + " and exists (select 1 from risk_acceptance r where r.action_id = a.id and r.decision is null and r.approver_id = :me)";
            case "judge" -> " and a.judge_on <= :today";
            case "effective" -> " and a.effect = 'EFFECTIVE'";
            case "ineffective" -> " and a.effect = 'NOT_EFFECTIVE'";
            case "ontime" -> " and a.due_on < :today and cast(a.first_done_at at time zone :zone as date) <= a.due_on";
            case "expiring" -> " and a.accepted_until <= :expiring";
            // as the figures count it: in the days of the organisation
            case "missed" -> " and a.due_on < :today and (a.first_done_at is null or cast(a.first_done_at at time zone :zone as date) > a.due_on)";
            default -> " and false";
        });
        if (where.indexOf(":me") >= 0) {
            bound.put("me", viewer.person().id);
        }
        if (where.indexOf(":today") >= 0) {
            bound.put("today", viewer.today());
        }
        if (where.indexOf(":expiring") >= 0) {
            bound.put("expiring", viewer.today().plusDays(EXPIRING_DAYS));
        }
        if (where.indexOf(":zone") >= 0) {
            bound.put("zone", viewer.organisation().zone().getId());
        }
        if (where.indexOf(":soon") >= 0) {
            bound.put("soon", viewer.today().plusDays(Due.SOON_DAYS));
        }
    }
}
