package org.closecall.postmortem;

/** Derived from who was asked for a review and from the publication, never stored. */
public enum State {
    DRAFT("draft", "draft"), IN_REVIEW("in review", "review"), PUBLISHED("published", "published");

    public final String label;
    public final String style;

    State(String label, String style) {
        this.label = label;
        this.style = style;
    }
}
