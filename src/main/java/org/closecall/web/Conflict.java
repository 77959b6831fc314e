package org.closecall.web;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.closecall.people.Change;

/**
 * Somebody saved while this form was open. Differences are the fields both changed, with both versions; taken are
 * those only the other one changed, whose values the form takes over.
 */
@TemplateData
public record Conflict(String by, Instant at, List<Difference> differences, List<String> taken) {

    @TemplateData
    public record Difference(String label, String yours, String theirs) {
    }

    /** What was opened is what is saved now with the changes since that version taken back. */
    public static Conflict since(int version, Map<String, String> yours, Map<String, String> theirs, Change.Subject subject) {
        var opened = new LinkedHashMap<String, String>();
        Change.since(subject, version).forEach(change -> change.fields.stream()
                .filter(field -> !opened.containsKey(field.name()))
                .forEach(field -> opened.put(field.name(), field.before())));
        theirs.forEach((label, text) -> {
            if (!opened.containsKey(label)) {
                opened.put(label, text);
            }
        });
        return between(opened, yours, theirs, subject);
    }

    /** Null when the other one changed nothing, or the same. */
    public static Conflict between(Map<String, String> opened, Map<String, String> yours, Map<String, String> theirs, Change.Subject subject) {
        var labels = new LinkedHashSet<>(theirs.keySet());
        labels.addAll(opened.keySet());
        var moved = labels.stream().filter(label -> !same(label, opened, theirs) && !same(label, yours, theirs)).toList();
        if (moved.isEmpty()) {
            return null;
        }
        var last = Change.latest(subject);
        return new Conflict(last == null || last.person == null ? "Somebody" : last.person.name, last == null ? null : last.at,
                moved.stream().filter(label -> !same(label, yours, opened))
                        .map(label -> new Difference(label, yours.get(label), theirs.get(label))).toList(),
                moved.stream().filter(label -> same(label, yours, opened)).toList());
    }

    /** The one or the other, whichever the form should hold now. */
    public <T> T merged(String label, T yours, T theirs) {
        return taken.contains(label) ? theirs : yours;
    }

    private static boolean same(String label, Map<String, String> one, Map<String, String> other) {
        return Objects.equals(one.get(label), other.get(label));
    }
}
