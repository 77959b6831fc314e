package org.closecall.action;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.closecall.people.Change;

/**
 * Somebody saved while this form was open. merged holds what was typed, with the other's values where nothing was
 * typed (taken); differences are the fields both changed, with both versions.
 */
@TemplateData
public record Conflict(String by, Instant at, List<Difference> differences, List<String> taken, ActionForm merged) {

    @TemplateData
    public record Difference(String label, String yours, String theirs) {
    }

    /** Null when nobody touched what the form holds: a colleague's move to "in progress" is no conflict. */
    static Conflict between(ActionItem action, ActionForm mine) {
        var typed = Typed.id(mine.version());
        var since = Change.since(action.subject(), typed == null ? -1 : typed.intValue()).stream()
                .filter(change -> !change.fields.isEmpty()).toList();
        var base = new LinkedHashMap<String, String>();
        since.stream().flatMap(change -> change.fields.stream()).forEach(field -> base.putIfAbsent(field.name(), field.before()));
        var yours = mine.snapshot();
        var theirs = action.snapshot();
        var changed = base.keySet().stream().filter(label -> !Objects.equals(yours.get(label), theirs.get(label))).toList();
        if (changed.isEmpty()) {
            return null;
        }
        var taken = changed.stream().filter(label -> Objects.equals(yours.get(label), base.get(label))).toList();
        var differences = changed.stream().filter(label -> !taken.contains(label))
                .map(label -> new Difference(label, yours.get(label), theirs.get(label))).toList();
        var last = since.get(since.size() - 1);
        return new Conflict(last.person == null ? "Somebody" : last.person.name, last.at, differences, taken, mine.with(ActionForm.of(action), taken));
    }
}
