package org.closecall.occurrence;

/** How one record, the source, hangs together with another, the target. */
public enum LinkKind {
    DUPLICATE_OF(true), CAUSED_BY(true), FORETOLD_BY(false), RELATED(false);

    /** Both count as one trigger, and following such links never leads back to where one began. */
    public final boolean oneTrigger;

    LinkKind(boolean oneTrigger) {
        this.oneTrigger = oneTrigger;
    }
}
