package org.closecall.action;

/** What one may answer when asked whether an action helped. */
public enum Judged {
    EFFECTIVE("Effective", Effect.EFFECTIVE, "Noted: it helped."),
    NOT_EFFECTIVE("Not effective", Effect.NOT_EFFECTIVE, "Noted: it did not help. A follow-up can start from it."),
    TOO_EARLY("Too early to tell", null, "Noted. You will be asked again.");

    public final String label;
    /** Null while nobody knows. */
    final Effect effect;
    final String thanks;

    Judged(String label, Effect effect, String thanks) {
        this.label = label;
        this.effect = effect;
        this.thanks = thanks;
    }
}
