package org.closecall.tracker;

/** Where it stands there, as last seen. */
public enum LinkState {
    UNKNOWN("not looked at yet", "open"), OPEN("open there", "open"), CLOSED("closed there", "done"), MERGED("merged", "done");

    public final String label;
    /** Names the style of an action's state. */
    public final String mark;

    LinkState(String label, String mark) {
        this.label = label;
        this.mark = mark;
    }

    public boolean ended() {
        return this == CLOSED || this == MERGED;
    }
}
