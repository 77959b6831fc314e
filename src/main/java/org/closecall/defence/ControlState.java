package org.closecall.defence;

import java.util.List;

/** What a control did when a fault came its way. */
public enum ControlState {
    HELD("held"), FAILED("failed"), ABSENT("absent"), UNKNOWN("unknown");

    public final String label;

    ControlState(String label) {
        this.label = label;
    }

    public static List<ControlState> all() {
        return List.of(values());
    }

    /** The fault can pass here. */
    public boolean hole() {
        return this == FAILED || this == ABSENT;
    }
}
