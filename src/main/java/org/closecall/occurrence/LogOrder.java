package org.closecall.occurrence;

import org.closecall.web.Typed;

/** How the log may be ordered; each has an index, and the number breaks ties. */
public enum LogOrder {
    NEWEST("Newest first", "occurred_at", "desc", "<"),
    OLDEST("Oldest first", "occurred_at", "asc", ">"),
    FILED("Last filed first", "filed_at", "desc", "<");

    public final String label;
    final String column;
    final String direction;
    final String beyond;

    LogOrder(String label, String column, String direction, String beyond) {
        this.label = label;
        this.column = column;
        this.direction = direction;
        this.beyond = beyond;
    }

    static LogOrder named(String sort) {
        var order = Typed.choice(LogOrder.class, sort == null ? null : sort.toUpperCase());
        return order == null ? NEWEST : order;
    }

    /** The end of a statement on occurrence o. */
    String clause() {
        return " order by o." + column + " " + direction + ", o.number " + direction;
    }
}
