package org.closecall.prevention;

import io.quarkus.qute.TemplateData;
import org.closecall.metrics.ExperimentVerdict;

/** A verdict in words: what it is called, and what it means. */
@TemplateData
public enum Verdict {
    HYPOTHESIS_HELD("Hypothesis held", "done", "At least one check was made, and no more failed than was declared tolerable."),
    REFUTED("Refuted", "blocked", "More checks failed than was declared tolerable. That is worth as much: it was found on purpose."),
    NO_OBSERVATIONS("No observations", "draft", "A fault was injected and nothing was checked, so nothing is known."),
    NOT_RUN("Not run", "draft", "No fault was injected, so the system was not put to the test, however healthy it looked.");

    public final String label;
    /** How it is drawn: see the states of actions. */
    public final String mark;
    public final String meaning;

    Verdict(String label, String mark, String meaning) {
        this.label = label;
        this.mark = mark;
        this.meaning = meaning;
    }

    static Verdict of(ExperimentVerdict verdict) {
        return valueOf(verdict.name());
    }
}
