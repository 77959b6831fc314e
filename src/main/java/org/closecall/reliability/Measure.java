package org.closecall.reliability;

/** What is measured; the anchor leads to its definition. */
public enum Measure {
    INCIDENTS("Incidents"),
    TIME_BETWEEN_INCIDENTS("Time between incidents"),
    GAP_BETWEEN_STARTS("Gap between starts"),
    TIME_TO_DETECT("Time to detect, from impact"),
    TIME_TO_MITIGATE("Time to mitigate, from impact"),
    TIME_TO_RESOLVE("Time to resolve, from impact"),
    CAUGHT_EARLY("Caught early"),
    NEAR_MISSES("Near misses"),
    STOPPED_BY_CHANCE("Near misses stopped by chance"),
    AUTOMATED_REMEDIATIONS("Automated remediations"),
    CHAOS_COVERAGE("Chaos coverage");

    public final String label;

    Measure(String label) {
        this.label = label;
    }

    public String anchor() {
        return name().toLowerCase().replace('_', '-');
    }

    /** As in a sentence: time to mitigate. */
    public String inText() {
        return label.split(",")[0].toLowerCase();
    }
}
