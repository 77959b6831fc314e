package org.closecall.web;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Map;
import org.closecall.people.Change;

/** Somebody saved while this form was open: what it says beside what is saved now. */
@TemplateData
public record Conflict(Change saved, List<Difference> differences) {

    public record Difference(String field, String mine, String theirs) {
    }

    /** Null when both say the same: then there is nothing to choose. */
    public static Conflict between(Map<String, String> mine, Map<String, String> theirs, Change.Subject subject) {
        var differences = Change.differences(mine, theirs).stream()
                .map(field -> new Difference(field.name(), field.before(), field.after())).toList();
        return differences.isEmpty() ? null : new Conflict(Change.latest(subject), differences);
    }

    /** The last change is none when something other than a person's form wrote. */
    public String who() {
        return saved == null || saved.person == null ? "Somebody" : saved.person.name;
    }
}
