package org.closecall.slo;

import java.util.Arrays;
import java.util.List;
import org.closecall.web.Option;

/** What an objective counts. The two are never mixed: a minute and a request have no common sum. */
public enum ObjectiveKind {
    TIME("Time-based", "minutes", "Minutes in which users were affected, from the impact of incidents"),
    REQUESTS("Request-based", "requests", "Bad requests of all, from samples that a program sends");

    public final String label;
    public final String unit;
    public final String hint;

    ObjectiveKind(String label, String unit, String hint) {
        this.label = label;
        this.unit = unit;
        this.hint = hint;
    }

    static List<Option> options() {
        return Arrays.stream(values()).map(kind -> Option.of(kind, kind.label + ": " + kind.hint)).toList();
    }

    public boolean time() {
        return this == TIME;
    }
}
