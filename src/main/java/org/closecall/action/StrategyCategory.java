package org.closecall.action;

/** Where a way of preventing works. */
public enum StrategyCategory {
    DESIGN("Design", "How the system is built"), OPERATIONAL("Operations", "How it is run and changed"),
    OBSERVABILITY("Observability", "How we see what it does"), PROCESS("Process", "How people work on it");

    public final String label;
    public final String hint;

    StrategyCategory(String label, String hint) {
        this.label = label;
        this.hint = hint;
    }
}
