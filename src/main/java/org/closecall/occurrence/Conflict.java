package org.closecall.occurrence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateData;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.closecall.people.Change;

/**
 * Somebody saved while this form was open. merged holds what was typed, with the other's values where nothing was
 * typed; differences are the fields both changed, with both versions.
 */
@TemplateData
public record Conflict(String by, Instant at, List<Difference> differences, List<String> taken, OccurrenceForm merged) {

    @TemplateData
    public record Difference(String label, String yours, String theirs) {
    }

    /** Applies the form to see what it means, and takes all of that back. */
    static Conflict between(Occurrence occurrence, OccurrenceForm mine, ZoneId zone) {
        var saved = OccurrenceForm.of(occurrence, zone);
        var theirs = Snapshot.of(occurrence);
        var since = Change.since(occurrence.subject(), Typed.id(mine.version()) == null ? -1 : Typed.id(mine.version()).intValue());
        mine.applyTo(occurrence, zone);
        var yours = Snapshot.of(occurrence);
        QuarkusTransaction.setRollbackOnly();
        var base = new LinkedHashMap<String, String>();
        since.stream().flatMap(change -> change.fields.stream()).forEach(field -> base.putIfAbsent(field.name(), field.before()));
        var changed = base.keySet().stream().filter(label -> !Objects.equals(yours.get(label), theirs.get(label))).toList();
        var untouched = changed.stream().filter(label -> Objects.equals(yours.get(label), base.get(label))).toList();
        var differences = changed.stream().filter(label -> !untouched.contains(label))
                .map(label -> new Difference(label, yours.get(label), theirs.get(label))).toList();
        var last = since.isEmpty() ? null : since.get(since.size() - 1);
        return new Conflict(last == null || last.person == null ? "Somebody" : last.person.name, last == null ? null : last.at,
                differences, untouched, merge(mine, saved, untouched));
    }

    private static OccurrenceForm merge(OccurrenceForm mine, OccurrenceForm saved, List<String> fromSaved) {
        Set<String> components = new HashSet<>(Set.of("version"));
        fromSaved.stream().map(Fields::labelled).filter(Objects::nonNull).forEach(field -> components.addAll(field.components));
        var parts = OccurrenceForm.class.getRecordComponents();
        var values = Arrays.stream(parts).map(part -> value(part, components.contains(part.getName()) ? saved : mine)).toArray();
        try {
            return OccurrenceForm.class.getDeclaredConstructor(Arrays.stream(parts).map(RecordComponent::getType).toArray(Class[]::new)).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object value(RecordComponent part, OccurrenceForm form) {
        try {
            return part.getAccessor().invoke(form);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
