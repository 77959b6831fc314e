package org.closecall.occurrence;

/** SEV1 is the worst. Actual for incidents, potential for near misses and hazards. */
public enum Severity {
    SEV1("Critical"), SEV2("Major"), SEV3("Serious"), SEV4("Minor"), SEV5("Slight");

    public final String word;

    Severity(String word) {
        this.word = word;
    }

    /** SEV1.meaning: what is kept of a level, as forms name it. */
    public String field(String name) {
        return this + "." + name;
    }

    public int level() {
        return ordinal() + 1;
    }
}
