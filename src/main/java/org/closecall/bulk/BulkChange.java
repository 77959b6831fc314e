package org.closecall.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.closecall.catalog.Service;
import org.closecall.catalog.Tag;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.Severity;

/** What shall change: names of tags, services, and each severity or null. What is empty stays as it is. */
record BulkChange(List<String> add, List<String> remove, ServiceChange how, List<Service> services, Severity severity, Severity potential) {

    /** added: the tags of those names. A severity goes only where its kind has it. */
    void applyTo(Occurrence occurrence, Set<Tag> added) {
        occurrence.tags.removeIf(tag -> remove.stream().anyMatch(tag.name::equalsIgnoreCase));
        occurrence.tags.addAll(added);
        if (!services.isEmpty()) {
            how.apply(occurrence.services, services);
        }
        if (occurrence.kind.incident() && severity != null) {
            occurrence.severity = severity;
        } else if (!occurrence.kind.incident() && potential != null) {
            occurrence.potentialSeverity = potential;
        }
    }

    boolean nothing() {
        return words().isEmpty();
    }

    /** One a line, as it is kept. */
    String words() {
        var words = new ArrayList<String>();
        say(words, "Add the tags: ", String.join(", ", add));
        say(words, "Take the tags away: ", String.join(", ", remove));
        say(words, how.words, services.stream().map(service -> service.name).collect(Collectors.joining(", ")));
        say(words, "Severity of incidents: ", severity == null ? "" : severity.name());
        say(words, "Potential severity of near misses and hazards: ", potential == null ? "" : potential.name());
        return String.join("\n", words);
    }

    private static void say(List<String> words, String what, String value) {
        if (!value.isEmpty()) {
            words.add(what + value);
        }
    }
}
