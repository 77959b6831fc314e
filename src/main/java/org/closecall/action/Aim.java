package org.closecall.action;

/** What an action is meant to change: the two readings of "never again", and seeing it sooner. */
public enum Aim {
    PREVENT_RECURRENCE("Prevent recurrence", "prevent", "target", "It does not happen again. Shows in the time between failures."),
    DETECT_SOONER("Detect sooner", "detect", "eye", "We see the next one before customers feel it."),
    REDUCE_IMPACT("Reduce impact", "limit", "limit", "The next one hurts less. Shows in the time to recover.");

    public final String label;
    /** Names the style. */
    public final String mark;
    public final String icon;
    public final String hint;

    Aim(String label, String mark, String icon, String hint) {
        this.label = label;
        this.mark = mark;
        this.icon = icon;
        this.hint = hint;
    }
}
