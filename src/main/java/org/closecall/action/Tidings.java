package org.closecall.action;

import java.time.Instant;
import java.util.stream.Stream;
import org.closecall.notice.Notice;
import org.closecall.notice.NoticeKind;
import org.closecall.people.Person;
import org.closecall.web.Formats;

/** What people are told of an action at once; what a day brings they are reminded of by the package notice. */
final class Tidings {

    private Tidings() {
    }

    /** Nobody is told what they did themselves. */
    static void given(ActionItem action, Person by, Instant now) {
        if (action.owner != null && !action.owner.id.equals(by.id) && action.state.unfinished()) {
            Notice.tell(action.owner, NoticeKind.ASSIGNED, by.name + " made you the owner of “" + action.title + "”" + (action.dueOn == null ? "" : ", due " + Formats.day(action.dueOn)),
                    path(action), "given:action:" + action.id + ":" + action.version, now);
        }
    }

    /** Whose promise it is and who did it hear what somebody else found. */
    static void checked(ActionItem action, Person doer, String what, Person by, Instant now) {
        Stream.of(action.owner, doer).filter(one -> one != null && !one.id.equals(by.id)).distinct()
                .forEach(one -> Notice.tell(one, NoticeKind.CHECKED, by.name + " " + what + " “" + action.title + "”", path(action), "checked:action:" + action.id + ":" + action.version, now));
    }

    static void riskAsked(RiskAcceptance risk) {
        Notice.tell(risk.approver, NoticeKind.ACCEPTANCE_ASKED, risk.askedBy.name + " asks you to accept the risk of “" + risk.action.title + "” until " + Formats.day(risk.until),
                path(risk.action) + "#risk-asked", "asked:risk:" + risk.id, risk.askedAt);
    }

    static void riskDecided(RiskAcceptance risk) {
        Stream.of(risk.askedBy, risk.action.owner).filter(one -> one != null && !one.id.equals(risk.decidedBy.id)).distinct()
                .forEach(one -> Notice.tell(one, NoticeKind.ACCEPTANCE_DECIDED, risk.decidedBy.name + " " + risk.decision.inText + " to live with “" + risk.action.title + "” until " + Formats.day(risk.until),
                        path(risk.action), "decided:risk:" + risk.id, risk.decidedAt));
    }

    /** approver may be the owner by now. */
    static void riskExpired(ActionItem action, Person approver, Instant now) {
        Stream.of(action.owner, approver).filter(one -> one != null).distinct()
                .forEach(one -> Notice.tell(one, NoticeKind.ACCEPTANCE_EXPIRED, "“" + action.title + "” is open again: the risk was accepted until " + Formats.day(action.acceptedUntil),
                        path(action), "expired:action:" + action.id + ":" + action.acceptedUntil, now));
    }

    private static String path(ActionItem action) {
        return "/actions/" + action.id;
    }
}
