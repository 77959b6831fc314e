package org.closecall.occurrence;

import java.util.Locale;

/** What is filed. It can change as more is learned; the history keeps it. */
public enum Kind {
    INCIDENT("Incident", "incident", "Customers or the business were affected."),
    NEAR_MISS("Near miss", "nearmiss", "It could have been an incident. Something or someone stopped it."),
    HAZARD("Hazard", "hazard", "An unsafe condition. Nothing has happened yet.");

    public final String label;
    /** Names the icon and the style. */
    public final String mark;
    public final String hint;

    Kind(String label, String mark, String hint) {
        this.label = label;
        this.mark = mark;
        this.hint = hint;
    }

    public boolean incident() {
        return this == INCIDENT;
    }

    public boolean nearMiss() {
        return this == NEAR_MISS;
    }

    /** near misses, 1 near miss: as many as there are. */
    public String inPlural(long many) {
        return many == 1 ? inText() : this == NEAR_MISS ? "near misses" : inText() + "s";
    }

    /** Near misses: over what there is of them. */
    public String heading() {
        var many = inPlural(2);
        return many.substring(0, 1).toUpperCase(Locale.ROOT) + many.substring(1);
    }

    public String inText() {
        return label.toLowerCase();
    }
}
