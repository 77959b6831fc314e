package org.closecall.action;

import java.util.List;
import org.closecall.exchange.CsvField;

/** What a column of a file of actions may be. The first of the names is how we write it ourselves. */
public enum CsvColumn implements CsvField {
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

    static final List<CsvField> ALL = List.of(values());

    private final String label;
    private final List<String> names;

    CsvColumn(String label, String... names) {
        this.label = label;
        this.names = List.of(names);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public List<String> names() {
        return names;
    }
}
