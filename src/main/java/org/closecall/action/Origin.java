package org.closecall.action;

/** What an action came from. */
public enum Origin {
    OCCURRENCE("its record"), POSTMORTEM("its postmortem"), FACTOR("a contributing factor"), LUCK("where we got lucky"), CONTROL("a hole in the defence"),
    FOLLOW_UP("an action that did not help"), MONTHLY_REVIEW("a monthly review"), NONE("nothing on record");

    public final String label;

    Origin(String label) {
        this.label = label;
    }
}
