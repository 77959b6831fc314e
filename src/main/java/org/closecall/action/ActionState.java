package org.closecall.action;

import java.util.Set;

/** Where an action stands. Every step from one to the next is kept as a Transition. */
public enum ActionState {
    OPEN("Open", "open"), IN_PROGRESS("In progress", "progress"), DONE("Done, to be verified", "done"), VERIFIED("Verified", "verified"),
    DROPPED("Dropped", "dropped"), RISK_ACCEPTED("Risk accepted", "accepted");

    /** For queries: what is still to be done. */
    public static final Set<ActionState> UNFINISHED = Set.of(OPEN, IN_PROGRESS);

    public final String label;
    /** Names the style. */
    public final String mark;

    ActionState(String label, String mark) {
        this.label = label;
        this.mark = mark;
    }

    /** Whether one step leads there. Nothing leads back to verified but another verification. */
    public boolean leadsTo(ActionState next) {
        return switch (this) {
            case OPEN -> next == IN_PROGRESS || next == DONE || next == DROPPED || next == RISK_ACCEPTED;
            case IN_PROGRESS -> next == OPEN || next == DONE || next == DROPPED || next == RISK_ACCEPTED;
            case DONE -> next == VERIFIED || next == OPEN;
            case VERIFIED, DROPPED, RISK_ACCEPTED -> next == OPEN;
        };
    }

    public boolean open() {
        return this == OPEN;
    }

    public boolean unfinished() {
        return UNFINISHED.contains(this);
    }

    /** Verified is done, too. */
    public boolean done() {
        return this == DONE || this == VERIFIED;
    }

    public String inText() {
        return label.toLowerCase();
    }
}
