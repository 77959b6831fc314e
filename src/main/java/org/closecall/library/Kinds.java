package org.closecall.library;

import java.util.Arrays;
import java.util.List;
import org.closecall.occurrence.Kind;
import org.closecall.web.Option;
import org.closecall.web.Typed;

/** Of which kinds lessons are shown and counted. */
enum Kinds {
    INCIDENT("Incidents", Kind.INCIDENT), NEAR_MISS("Near misses", Kind.NEAR_MISS), HAZARD("Hazards", Kind.HAZARD), CLOSE("Near misses and hazards", Kind.NEAR_MISS, Kind.HAZARD);

    private final String label;
    private final List<Kind> kinds;

    Kinds(String label, Kind... kinds) {
        this.label = label;
        this.kinds = List.of(kinds);
    }

    static List<Option> options() {
        return Arrays.stream(values()).map(kinds -> Option.of(kinds, kinds.label)).toList();
    }

    /** All unless some are meant. */
    static List<Kind> of(String chosen) {
        var kinds = Typed.choice(Kinds.class, chosen);
        return kinds == null ? List.of(Kind.values()) : kinds.kinds;
    }
}
