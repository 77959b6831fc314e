package org.closecall.action;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a column of a file of actions may be. The first of the names is how we write it ourselves. */
public enum CsvColumn {
    ID("Number", "id", "number", "action", "action id", "key"),
    TITLE("Title", "title", "summary", "name", "what", "action item"),
    DESCRIPTION("Description", "description", "details", "notes", "text"),
    AIM("Aim", "aim", "purpose"),
    PRIORITY("Priority", "priority", "importance"),
    OWNER("Owner", "owner", "assignee", "assigned to", "responsible", "who"),
    TEAM("Team", "team", "group"),
    SERVICE("Service", "service", "component", "system"),
    DUE("Due", "due", "due date", "due on", "deadline", "by when", "until"),
    STRATEGY("Strategy", "strategy"),
    LAYER("Layer", "layer"),
    CONTROL("Control", "control", "safeguard"),
    OCCURRENCE("Occurrence", "occurrence", "incident", "incident number", "from");

    public final String label;
    final List<String> names;

    CsvColumn(String label, String... names) {
        this.label = label;
        this.names = List.of(names);
    }

    /** How it is called in our own files. */
    String column() {
        return names.get(0);
    }

    static CsvColumn named(String name) {
        return Arrays.stream(values()).filter(field -> field.column().equals(name)).findFirst().orElse(null);
    }

    /** due_date and Due Date are one. */
    static String plain(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT).replaceAll("[_\\s-]+", " ");
    }
}
