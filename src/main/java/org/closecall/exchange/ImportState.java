package org.closecall.exchange;

/** Where an import stands. Derived from its run, never stored. */
public enum ImportState {
    RUNNING("Running", "progress"),
    INTERRUPTED("Interrupted", "overdue"),
    FAILED("Stopped by a failure", "overdue"),
    REFUSED("Refused", "overdue"),
    READY("Ready to import", "review"),
    OVER("Dry run", "draft"),
    IMPORTED("Imported", "done");

    public final String label;
    /** Names the style. */
    public final String mark;

    ImportState(String label, String mark) {
        this.label = label;
        this.mark = mark;
    }

    static ImportState of(ImportRun run, Long running) {
        if (!run.finished()) {
            return run.id.equals(running) ? RUNNING : INTERRUPTED;
        } else if (run.refusedBecause != null) {
            return run.counts.refused > 0 ? REFUSED : FAILED;
        } else if (run.dryRun) {
            return run.keepsFile ? READY : OVER;
        } else {
            return IMPORTED;
        }
    }
}
