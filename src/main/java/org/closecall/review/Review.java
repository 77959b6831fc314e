package org.closecall.review;

/** How much review an occurrence asks for, and within how many working days as long as nobody decides otherwise. */
public enum Review {
    FULL("Full", "a full review", 5), LIGHT("Light", "a light review", 10), NONE("None", "no review", null);

    public final String label;
    public final String words;
    /** Null where nothing is due. */
    public final Integer usualDays;

    Review(String label, String words, Integer usualDays) {
        this.label = label;
        this.words = words;
        this.usualDays = usualDays;
    }
}
