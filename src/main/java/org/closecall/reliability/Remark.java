package org.closecall.reliability;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Records that a measure leaves out, or keeps although something about them is odd.
 *
 * @param kept whether they count like any other
 * @param numbers the records, in order
 */
public record Remark(Reason reason, boolean kept, List<Measure> measures, List<Long> numbers) {

    /** Why, and whether the records are kept. */
    public enum Reason {
        IN_FUTURE("Dated in the future", false),
        SAME_TRIGGER("Duplicate or consequence: counts with another as one trigger", false),
        START_UNKNOWN("Start unknown: placed by the first moment known", true),
        NO_IMPACT("No customer was affected, so there is nothing to measure from", false),
        IMPACT_UNKNOWN("Nobody knows when the impact began, where it is measured from", false),
        TIME_UNKNOWN("The moment it is measured to is unknown or not recorded", false),
        NEGATIVE("Ends before it begins", false),
        BEFORE_IMPACT("Detected before the impact: good news, but no duration", false),
        ZERO("Ends the moment it begins", true),
        FROM_DETECTION("Measured from detection, as nobody knows when the impact began", true),
        ORDER("Resolved before it was mitigated", true),
        MOMENT_IN_FUTURE("Begins in the future", false),
        DRILL("Found by an experiment", false),
        DETECTION_UNKNOWN("How or when it was detected, or when the impact began, is unknown", false);

        public final String label;
        public final boolean kept;

        Reason(String label, boolean kept) {
            this.label = label;
            this.kept = kept;
        }
    }

    /** So many are linked on the page; the JSON has all. */
    private static final int SHOWN = 20;

    public List<Long> shown() {
        return numbers.subList(0, Math.min(SHOWN, numbers.size()));
    }

    public int more() {
        return numbers.size() - shown().size();
    }

    public String measureNames() {
        return measures.stream().map(Measure::inText).collect(Collectors.joining(", "));
    }
}
