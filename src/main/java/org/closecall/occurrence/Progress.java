package org.closecall.occurrence;

/** Derived from the moments, never stored. A near miss has none. */
public enum Progress {
    OPEN("Open", "open"), MITIGATED("Mitigated", "mitigated"), RESOLVED("Resolved", "resolved");

    public final String label;
    public final String mark;

    Progress(String label, String mark) {
        this.label = label;
        this.mark = mark;
    }

    static Progress of(Occurrence occurrence) {
        if (occurrence.kind == Kind.NEAR_MISS) {
            return null;
        }
        if (occurrence.resolved.passed()) {
            return RESOLVED;
        }
        return occurrence.kind.incident() && occurrence.mitigated.passed() ? MITIGATED : OPEN;
    }

    public String icon() {
        return "p-" + mark;
    }
}
