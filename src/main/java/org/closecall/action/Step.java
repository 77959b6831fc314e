package org.closecall.action;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.closecall.action.Transition.Said;
import org.closecall.people.Person;
import org.closecall.web.Formats;

/**
 * What somebody does at a moment to move an action on. Each verb tells whether it moved anything: sent twice, or from
 * a state that does not lead there, it changes nothing. The caller has locked the action.
 *
 * @param by null when nobody does it: a day has come
 */
public record Step(ActionItem action, Person by, Instant now) {

    public boolean start() {
        return take("started", ActionState.IN_PROGRESS, Said.NOTHING, at -> {
            action.startedAt = at;
            action.startedBy = by;
        });
    }

    /** evidence: what shows that it is done, for whoever verifies it. */
    public boolean complete(String evidence) {
        return take("completed", ActionState.DONE, Said.evidence(evidence), at -> {
            action.doneAt = at;
            action.doneBy = by;
            action.doneOwner = action.owner;
            action.firstDoneAt = Objects.requireNonNullElse(action.firstDoneAt, at);
            settle(at);
        });
    }

    /** How it was checked, and on which day to ask whether it helped. False also for whoever did it or promised it. */
    public boolean verify(String how, LocalDate judgeOn) {
        var doer = action.doneBy;
        var verified = action.verifiableBy(by) && take("verified", ActionState.VERIFIED, Said.evidence(how), at -> {
            action.verifiedAt = at;
            action.verifiedBy = by;
            action.judgeOn = judgeOn;
        });
        if (verified) {
            Tidings.checked(action, doer, "verified", by, action.stateSince);
        }
        return verified;
    }

    public boolean drop(String reason) {
        return take("dropped", ActionState.DROPPED, Said.reason(reason), this::settle);
    }

    /** Back to open, wherever it was; the day it was promised stands. reason may be null of what was only begun. */
    public boolean reopen(String reason) {
        var doer = action.doneBy;
        var reopened = take("reopened", ActionState.OPEN, Said.reason(reason), at -> openAgain());
        if (reopened && doer != null) {
            Tidings.checked(action, doer, "reopened", by, action.stateSince);
        }
        return reopened;
    }

    /** Who was asked has said yes. */
    boolean acceptRisk(RiskAcceptance accepted) {
        return take("accepted the risk of", ActionState.RISK_ACCEPTED, new Said(null, accepted.reason, accepted.until), at -> action.acceptedUntil = accepted.until);
    }

    /** The time for which the risk was accepted is over. */
    public boolean expire() {
        return action.state == ActionState.RISK_ACCEPTED
                && take("reopened", ActionState.OPEN, Said.reason("The risk was accepted until " + Formats.day(action.acceptedUntil)), at -> openAgain());
    }

    /** what may be null: nothing is in the way any more. False when that was known. */
    public boolean block(String what) {
        if (action.removed() || !action.state.unfinished() || Objects.equals(what, action.blockedOn)) {
            return false;
        }
        var before = waits();
        action.blockedOn = what;
        action.blockedSince = what == null ? null : now;
        action.told(what == null ? "unblocked" : "marked as blocked", before, waits(), by, now);
        return true;
    }

    /** The way it went elsewhere, as a file says; what it was verified by stays there. started and done may be null. */
    public void arrive(Instant started, Instant done, boolean dropped) {
        if (started != null) {
            recorded(ActionState.IN_PROGRESS, Said.NOTHING, later(started));
            action.startedAt = action.stateSince;
            action.startedBy = by;
        }
        if (done != null) {
            recorded(ActionState.DONE, Said.NOTHING, later(done));
            action.doneAt = action.stateSince;
            action.doneBy = by;
            action.doneOwner = action.owner;
            action.firstDoneAt = action.doneAt;
        } else if (dropped) {
            recorded(ActionState.DROPPED, Said.NOTHING, later(now));
        }
    }

    private Map<String, String> waits() {
        return action.blockedOn == null ? Map.of() : Map.of("Waits for", action.blockedOn);
    }

    private boolean take(String verb, ActionState to, Said said, Consumer<Instant> change) {
        if (action.removed() || !action.state.leadsTo(to)) {
            return false;
        }
        var before = Map.of("State", action.state.label);
        var news = Followers.of(action, to, by);
        recorded(to, said, later(now));
        change.accept(action.stateSince);
        action.told(verb, before, after(to, said), by, action.stateSince);
        news.moved(verb);
        return true;
    }

    private void recorded(ActionState to, Said said, Instant at) {
        Transition.record(action, to, said, by, at);
        action.state = to;
        action.stateSince = at;
    }

    /** Time never goes back, whatever the clock does. */
    private Instant later(Instant at) {
        return at.isBefore(action.stateSince) ? action.stateSince : at;
    }

    private static Map<String, String> after(ActionState to, Said said) {
        var after = new LinkedHashMap<String, String>();
        after.put("State", to.label);
        after.put("Evidence", said.evidence());
        after.put("Reason", said.reason());
        after.put("Until", said.until() == null ? null : Formats.day(said.until()));
        after.values().removeIf(Objects::isNull);
        return after;
    }

    private void openAgain() {
        action.startedAt = null;
        action.startedBy = null;
        action.doneAt = null;
        action.doneBy = null;
        action.doneOwner = null;
        action.verifiedAt = null;
        action.verifiedBy = null;
        action.acceptedUntil = null;
        action.judgeOn = null;
        action.effect = null;
    }

    /** Nothing is in the way any more, and nobody need decide. */
    private void settle(Instant at) {
        action.blockedOn = null;
        action.blockedSince = null;
        RiskAcceptance.settled(action, by, at);
    }
}
