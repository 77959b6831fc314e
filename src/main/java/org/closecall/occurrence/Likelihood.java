package org.closecall.occurrence;

/** How likely it is to come back. */
public enum Likelihood {
    RARE("Rare"), OCCASIONAL("Occasional"), FREQUENT("Frequent");

    public final String label;

    Likelihood(String label) {
        this.label = label;
    }
}
