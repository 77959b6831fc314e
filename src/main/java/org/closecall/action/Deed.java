package org.closecall.action;

/** A step that several actions take together. */
public enum Deed {
    START("Start them", ActionState.IN_PROGRESS, null), DONE("They are done", ActionState.DONE, "What shows that they are done? One line or an address is enough"),
    DROP("Drop them", ActionState.DROPPED, "Why will they not be done?"), REOPEN("Open them again", ActionState.OPEN, "Why are they open again?");

    public final String label;
    final ActionState target;
    /** What has to be said with it; null when nothing. */
    final String question;

    Deed(String label, ActionState target, String question) {
        this.label = label;
        this.target = target;
        this.question = question;
    }

    boolean take(Step step, String said) {
        return switch (this) {
            case START -> step.start();
            case DONE -> step.complete(said);
            case DROP -> step.drop(said);
            case REOPEN -> step.reopen(said);
        };
    }
}
