package org.closecall.action;

/** Which of two promises due on one day goes first. */
public enum Priority {
    HIGH("High"), MEDIUM("Medium"), LOW("Low");

    public final String label;

    Priority(String label) {
        this.label = label;
    }

    public boolean high() {
        return this == HIGH;
    }
}
