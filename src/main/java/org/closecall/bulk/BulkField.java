package org.closecall.bulk;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closecall.catalog.Service;
import org.closecall.catalog.Tag;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.Severity;
import org.closecall.web.Typed;

/** What a bulk edit may change. It is kept by id, unlike in histories: a tag renamed meanwhile is still the same tag. */
enum BulkField {
    TAGS("Tags", o -> ids(o.tags.stream().map(tag -> tag.id).toList()), (o, ids) -> become(o.tags, found(ids, id -> Tag.<Tag>findById(id)))),
    SERVICES("Services", o -> ids(o.services.stream().map(service -> service.id).toList()), (o, ids) -> become(o.services, found(ids, id -> Service.<Service>findById(id)))),
    SEVERITY("Severity", o -> Typed.name(o.severity), (o, name) -> o.severity = Typed.choice(Severity.class, name)),
    POTENTIAL("Potential severity", o -> Typed.name(o.potentialSeverity), (o, name) -> o.potentialSeverity = Typed.choice(Severity.class, name));

    final String label;
    private final Function<Occurrence, String> reading;
    private final BiConsumer<Occurrence, String> writing;

    BulkField(String label, Function<Occurrence, String> reading, BiConsumer<Occurrence, String> writing) {
        this.label = label;
        this.reading = reading;
        this.writing = writing;
    }

    /** By name. */
    static Map<String, String> all(Occurrence occurrence) {
        var fields = new LinkedHashMap<String, String>();
        Arrays.stream(values()).forEach(field -> fields.put(field.name(), field.reading.apply(occurrence)));
        return fields;
    }

    boolean is(Occurrence occurrence, String value) {
        return reading.apply(occurrence).equals(value);
    }

    void write(Occurrence occurrence, String value) {
        writing.accept(occurrence, value);
    }

    private static String ids(List<Long> ids) {
        return ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static <T> List<T> found(String ids, Function<Long, T> finder) {
        return Typed.ids(List.of(ids.split(" "))).stream().map(finder).toList();
    }

    private static <T> void become(Set<T> set, Collection<T> with) {
        set.retainAll(with);
        set.addAll(with);
    }
}
