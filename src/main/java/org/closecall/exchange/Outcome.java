package org.closecall.exchange;

/** What an import does, or would do, with one record of its file. */
public enum Outcome {
    REFUSED("Refused"), SKIPPED("Skipped"), CHANGED("Changed"), CREATED("New"), UNCHANGED("Unchanged");

    public final String label;

    Outcome(String label) {
        this.label = label;
    }

    public String inText() {
        return label.toLowerCase();
    }
}
