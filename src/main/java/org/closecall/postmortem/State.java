package org.closecall.postmortem;

/** Derived from the publication, never stored. */
public enum State {
    DRAFT("draft"), PUBLISHED("published");

    /** Also names the style. */
    public final String label;

    State(String label) {
        this.label = label;
    }
}
