package org.closecall.slo;

import java.util.Arrays;
import java.util.List;
import org.closecall.web.Option;

/** Over which time a budget is counted. */
public enum WindowKind {
    ROLLING("Rolling: the last days up to now"),
    MONTH("Calendar month"),
    QUARTER("Calendar quarter");

    public final String label;

    WindowKind(String label) {
        this.label = label;
    }

    static List<Option> options() {
        return Arrays.stream(values()).map(kind -> Option.of(kind, kind.label)).toList();
    }
}
