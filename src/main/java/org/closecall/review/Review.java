package org.closecall.review;

/** How much review an occurrence asks for. */
public enum Review {
    FULL("Full", "a full review"), LIGHT("Light", "a light review"), NONE("None", "no review");

    public final String label;
    public final String words;

    Review(String label, String words) {
        this.label = label;
        this.words = words;
    }
}
