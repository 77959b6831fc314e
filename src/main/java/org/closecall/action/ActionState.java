package org.closecall.action;

/** Where an action stands. Never stored: it follows from when it was started and done. */
public enum ActionState {
    OPEN("Open", "open"), IN_PROGRESS("In progress", "progress"), DONE("Done", "done");

    public final String label;
    /** Names the style. */
    public final String mark;

    ActionState(String label, String mark) {
        this.label = label;
        this.mark = mark;
    }

    public boolean open() {
        return this == OPEN;
    }

    public boolean done() {
        return this == DONE;
    }

    public String inText() {
        return label.toLowerCase();
    }
}
