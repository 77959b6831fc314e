package org.closecall.catalog;

/** The four layers of defence, in the order a fault meets them. */
public enum Layer {
    DEVELOPMENT("Development"), PRE_PRODUCTION("Pre-production"), PRODUCTION("Production"), DETECTION("Detection");

    public final String label;

    Layer(String label) {
        this.label = label;
    }
}
