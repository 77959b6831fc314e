package org.closecall.notice;

import java.util.Arrays;
import java.util.List;

/**
 * What people are told, the most urgent first: mails begin with it. Everything may be read in the inbox, by mail, both or not at all, with five exceptions: a change to one's own account, a promise of
 * one's own that is late, one that was passed on to one, an approval asked of one, and a failing mail server stay in the
 * inbox, because they matter at once or others wait for them; and all but the last stay in the mail as well: whoever never opens the inbox
 * must still hear of them, in at most one mail a day.
 */
public enum NoticeKind {
    ACCESS("Your account", "Somebody changed your password, e-mail or role, or made a link for a new password", Leave.NOTHING),
    BURN_RATE("Error budget burning", "An objective of your team spends its error budget too fast", Leave.BOTH),
    OVERDUE("Overdue", "An action of yours is late: every week until it is done", Leave.NOTHING),
    ESCALATED("Passed on to you", "An action that your team, or nobody, looks after has been late for weeks", Leave.NOTHING),
    ACCEPTANCE_ASKED("Risk to accept", "Somebody asks you to accept a risk", Leave.NOTHING),
    DUE_TODAY("Due", "An action of yours is due on this day", Leave.BOTH),
    DUE_SOON("Due soon", "An action of yours is due in a few days", Leave.BOTH),
    ASSIGNED("Given to you", "Somebody made you the owner of an action", Leave.BOTH),
    TO_VERIFY("To verify", "An action is done and you are the one to check it", Leave.BOTH),
    CHECKED("Verified or reopened", "Somebody checked an action of yours", Leave.BOTH),
    TO_JUDGE("To judge", "It is time to say whether an action of yours helped", Leave.BOTH),
    ACCEPTANCE_DECIDED("Risk decided", "The answer to a risk you asked to accept", Leave.BOTH),
    ACCEPTANCE_EXPIRING("Accepted risk ends soon", "Two weeks before an action you own or approved is open again", Leave.BOTH),
    ACCEPTANCE_EXPIRED("Accepted risk has ended", "An action you own or approved is open again", Leave.BOTH),
    MENTIONED("Mentioned", "Somebody named you in a comment", Leave.BOTH),
    COMMENTED("Commented", "Somebody commented on what you own or follow, or moved it on", Leave.BOTH),
    TRACKER_CLOSED("Closed in a tracker", "The linked issue of an action of yours was closed elsewhere", Leave.BOTH),
    REVIEW_ASKED("Review asked", "Somebody asks you to review a postmortem", Leave.BOTH),
    POSTMORTEM_OWED("Postmortem owed", "A record you look after owes a postmortem", Leave.BOTH),
    MONTHLY_REVIEW("Monthly review", "A draft of a review you subscribe to is ready", Leave.BOTH),
    /** For administrators only. */
    SYSTEM("Mail and jobs", "Something that keeps this installation from working, for administrators", Leave.MAIL);

    private enum Leave { BOTH, MAIL, NOTHING }

    public final String label;
    public final String hint;
    private final Leave leave;

    NoticeKind(String label, String hint, Leave leave) {
        this.label = label;
        this.hint = hint;
        this.leave = leave;
    }

    /** Whether it may be kept out of the inbox. */
    public boolean inboxOptional() {
        return leave == Leave.BOTH;
    }

    public boolean mailOptional() {
        return leave != Leave.NOTHING;
    }

    public static List<NoticeKind> withOptionalMail() {
        return Arrays.stream(values()).filter(NoticeKind::mailOptional).toList();
    }

    /** What comes by mail whatever one leaves. */
    static List<NoticeKind> lasting() {
        return Arrays.stream(values()).filter(kind -> !kind.mailOptional()).toList();
    }
}
