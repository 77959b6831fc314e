package org.closecall.metrics;

/** All that may be said about a change; "stable", "no change" and "proved" are not among it (METRICS 0.2). */
public enum Verdict {
    /** Fewer than five events, so few that nothing could be evidence, or all gaps the same: nothing is tested. */
    TOO_FEW_EVENTS,
    /** The test saw nothing, which does not show that there is nothing. */
    NO_EVIDENCE_OF_CHANGE,
    EVIDENCE_IMPROVING,
    EVIDENCE_WORSENING,
    /** Between review dates: looking every month for the first p &lt; 0.05 finds one by chance in 29 %. */
    PROVISIONAL;

    static Verdict of(boolean evidence, boolean improving) {
        return !evidence ? NO_EVIDENCE_OF_CHANGE : improving ? EVIDENCE_IMPROVING : EVIDENCE_WORSENING;
    }

    /** Whether something was found: only then arrows and colours may be drawn. */
    public boolean evidence() {
        return this == EVIDENCE_IMPROVING || this == EVIDENCE_WORSENING;
    }
}
