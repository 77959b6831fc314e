package org.closecall.monthly;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.List;

/** A part of a review that people can write something to. */
@TemplateData
public enum Part {
    NUMBERS("numbers", "The numbers", "What do the numbers not show? What would you look into next?"),
    NOTABLE("notable", "Notable occurrences", "What do these have in common? Which of them would you want to know of a year from now?"),
    LESSONS("lessons", "Lessons published", "Whom else does this concern? Who should read which of them?"),
    ACTIONS("actions", "Actions", "What keeps the late ones? Which of them should be dropped, with a reason?"),
    RISKS("risks", "Open risks", "Which of these would you accept today?"),
    BUDGETS("spent", "Error budgets spent", "What does a spent budget change, and for whom?"),
    AHEAD("ahead", "Tried and to come", "What should be looked at before the next review?"),
    COMMENTARY("commentary", "Commentary", "The month in a few sentences, for whoever reads nothing else.");

    public final String key;
    public final String label;
    public final String hint;

    Part(String key, String label, String hint) {
        this.key = key;
        this.label = label;
        this.hint = hint;
    }

    /** Null for no part of ours. */
    static Part keyed(String key) {
        return Arrays.stream(values()).filter(part -> part.key.equals(key)).findFirst().orElse(null);
    }

    static List<Part> all() {
        return List.of(values());
    }
}
