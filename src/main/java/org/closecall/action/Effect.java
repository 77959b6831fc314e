package org.closecall.action;

/** What people said some time after an action was verified. */
public enum Effect {
    EFFECTIVE("Effective"), NOT_EFFECTIVE("Not effective");

    public final String label;

    Effect(String label) {
        this.label = label;
    }
}
