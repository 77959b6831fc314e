package org.closecall.occurrence;

/** What a line of the timeline is. */
public enum EntryKind {
    OBSERVATION("Observation", "eye"), SIGNAL("Signal", "signal"), ACTION("Action", "check"), DECISION("Decision", "decision"), COMMUNICATION("Communication", "talk");

    public final String label;
    public final String icon;

    EntryKind(String label, String icon) {
        this.label = label;
        this.icon = icon;
    }
}
