package org.closecall.metrics;

import java.util.Collection;
import java.util.HashSet;

/**
 * Runs of automated remediations, counted once each: what was reported twice under one key is one run, and a dry run
 * changed nothing and counts for nothing. A run that succeeded has relapsed when the same trigger came back within a
 * window after it; a relapse is no success. More runs are not better by themselves: they may mean a sicker system.
 *
 * <p>Source: definition of this product (METRICS 7); success with Wilson's interval, see {@link Proportion}.
 *
 * @param triggered distinct runs that were no dry runs: succeeded + relapsed + failed
 * @param succeeded those that succeeded and did not relapse
 * @param duplicates repeated reports that were left out
 * @param dryRuns distinct dry runs, left out
 */
public record Remediations(int triggered, int succeeded, int relapsed, int failed, int duplicates, int dryRuns) {
    /** Within how many minutes after its end the same trigger must come back for a run to have relapsed. */
    public static final double USUAL_WINDOW_MINUTES = 30;

    public enum Outcome { SUCCEEDED, FAILED, DRY_RUN }

    /**
     * One report of a run.
     *
     * @param key what all reports of the same run share; null: this report is the only one
     * @param backAfterMinutes from the end of the run until the same trigger came back; null: it did not
     */
    public record Run(Object key, Outcome outcome, Double backAfterMinutes) {
        public Run {
            if (backAfterMinutes != null && !(backAfterMinutes >= 0)) {
                throw new IllegalArgumentException("came back before its end: " + backAfterMinutes);
            }
        }

        /** Whether the trigger came back within the window, its last moment included. */
        public boolean relapsed(double windowMinutes) {
            return outcome == Outcome.SUCCEEDED && backAfterMinutes != null && backAfterMinutes <= windowMinutes;
        }
    }

    /**
     * Counts runs; of several reports under one key the first is taken.
     *
     * @param windowMinutes zero or more; otherwise {@link IllegalArgumentException}
     */
    public static Remediations of(Collection<Run> reports, double windowMinutes) {
        if (!(windowMinutes >= 0)) {
            throw new IllegalArgumentException("not a window: " + windowMinutes);
        }
        var seen = new HashSet<>();
        int succeeded = 0, relapsed = 0, failed = 0, duplicates = 0, dry = 0;
        for (var run : reports) {
            if (run.key() != null && !seen.add(run.key())) {
                duplicates++;
            } else if (run.outcome() == Outcome.DRY_RUN) {
                dry++;
            } else if (run.outcome() == Outcome.FAILED) {
                failed++;
            } else if (run.relapsed(windowMinutes)) {
                relapsed++;
            } else {
                succeeded++;
            }
        }
        return new Remediations(succeeded + relapsed + failed, succeeded, relapsed, failed, duplicates, dry);
    }

    /** Succeeded among triggered; without runs no value, which is not 0 %. */
    public Proportion success(double confidence) {
        return Proportion.wilson(succeeded, triggered, confidence);
    }
}
