package org.closecall.metrics;

/** What a chaos experiment says of its hypothesis. It follows from the experiment and is never stored. */
public enum ExperimentVerdict {
    /** At least one check, and no more of them failed than was declared tolerable beforehand. */
    HYPOTHESIS_HELD,
    /** More checks failed than was tolerable. */
    REFUTED,
    /** A fault was injected and nothing was checked. */
    NO_OBSERVATIONS,
    /** No fault was injected: whatever else happened, the system was not put to the test. */
    NOT_RUN;

    /**
     * Decided by what was injected and checked alone: an experiment that was aborted before its injection was not run,
     * however healthy the system looked afterwards (the error of seed 000).
     *
     * @param checks checks made while the fault was there; failed those of them that failed; tolerance how many may
     *     fail, declared beforehand. Negative numbers, or more failed than made: {@link IllegalArgumentException}
     */
    public static ExperimentVerdict of(boolean injected, int checks, int failed, int tolerance) {
        if (checks < 0 || failed < 0 || failed > checks || tolerance < 0) {
            throw new IllegalArgumentException(failed + " of " + checks + " failed, " + tolerance + " tolerated");
        }
        if (!injected) {
            return NOT_RUN;
        }
        return checks == 0 ? NO_OBSERVATIONS : failed <= tolerance ? HYPOTHESIS_HELD : REFUTED;
    }

    /** Whether the system was put to the test and looked at. */
    public boolean exercised() {
        return this == HYPOTHESIS_HELD || this == REFUTED;
    }
}
