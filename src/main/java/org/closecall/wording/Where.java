package org.closecall.wording;

/** Which texts a rule reads. */
public enum Where {
    EVERYWHERE("Texts and actions"), TEXTS("Texts"), ACTIONS("What an action is called");

    public final String label;

    Where(String label) {
        this.label = label;
    }

    boolean reads(Where text) {
        return this == EVERYWHERE || this == text;
    }
}
