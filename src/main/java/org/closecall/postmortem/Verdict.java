package org.closecall.postmortem;

/** What a reviewer advises. Neither holds anything up. */
public enum Verdict {
    APPROVED("approves", "Approve", "It may be published like this."),
    CHANGES("asks for changes", "Ask for changes", "It advises: whoever publishes decides.");

    public final String words;
    public final String label;
    public final String hint;

    Verdict(String words, String label, String hint) {
        this.words = words;
        this.label = label;
        this.hint = hint;
    }
}
