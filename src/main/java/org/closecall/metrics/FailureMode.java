package org.closecall.metrics;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Ratings of a failure mode, 1 to 10 each: how bad, how often, how hard to detect. The ratings are ranks, so their
 * product is not a size: (10, 1, 1) and (1, 10, 1) have the same. Order by severity first.
 */
public record FailureMode(int severity, int occurrence, int detection) {
    /** Worst first: by severity, then occurrence, then detection. */
    public static final Comparator<FailureMode> WORST_FIRST = Comparator.comparingInt(FailureMode::severity)
            .thenComparingInt(FailureMode::occurrence).thenComparingInt(FailureMode::detection).reversed();

    /** Whether all three are from 1 to 10. */
    public boolean isValid() {
        return IntStream.of(severity, occurrence, detection).allMatch(rating -> rating >= 1 && rating <= 10);
    }

    /** Risk priority number, the product, for readers of older lists only; null when a rating is out of range. */
    public Integer riskPriorityNumber() {
        return isValid() ? severity * occurrence * detection : null;
    }

    /** Whether one number stands for different severities, so that the numbers must not be compared. */
    public static boolean misleads(Collection<FailureMode> modes) {
        return modes.stream().filter(FailureMode::isValid).anyMatch(one -> modes.stream().anyMatch(other ->
                other.severity != one.severity && one.riskPriorityNumber().equals(other.riskPriorityNumber())));
    }
}
