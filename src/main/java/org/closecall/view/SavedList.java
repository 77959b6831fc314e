package org.closecall.view;

import org.closecall.action.ActionFilter;
import org.closecall.occurrence.OccurrenceFilter;

/** The lists whose filters may be kept under a name. */
public enum SavedList {
    OCCURRENCES("Occurrences", "the log", "/occurrences") {
        @Override
        String readable(String query) {
            return OccurrenceFilter.of(query).query("");
        }
    },
    ACTIONS("Actions", "the list of actions", "/actions") {
        @Override
        String readable(String query) {
            return ActionFilter.of(query).query();
        }
    };

    public final String label;
    public final String inText;
    public final String path;

    SavedList(String label, String inText, String path) {
        this.label = label;
        this.inText = inText;
        this.path = path;
    }

    /** What that list understands of a query, and nothing else. */
    abstract String readable(String query);
}
