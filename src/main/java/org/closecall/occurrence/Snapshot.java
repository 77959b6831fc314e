package org.closecall.occurrence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An occurrence as label and text, in the order of its form: what histories compare. Times are ISO instants. */
public final class Snapshot {

    private Snapshot() {
    }

    public static Map<String, String> of(Occurrence occurrence) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Kind", occurrence.kind.label);
        fields.put("Title", occurrence.title);
        fields.put("What happened", occurrence.narrative);
        fields.put("Impact", occurrence.impact);
        fields.put("Severity", name(occurrence.severity));
        fields.put("Potential severity", name(occurrence.potentialSeverity));
        fields.put("Likelihood", occurrence.likelihood == null ? null : occurrence.likelihood.label);
        fields.put("Detection", occurrence.detection.label);
        fields.put("What stopped it", occurrence.stoppedBy == null ? null : occurrence.stoppedBy.label);
        fields.put("Control that held", occurrence.stoppedByControl == null ? null : occurrence.stoppedByControl.name);
        fields.put("How it was stopped", occurrence.stoppedHow);
        fields.put("One change", occurrence.oneChange);
        fields.put("Services", names(occurrence.services.stream().map(service -> service.name)));
        fields.put("Tags", names(occurrence.tags.stream().map(tag -> tag.name)));
        fields.put("Lead", occurrence.lead == null ? null : occurrence.lead.name);
        fields.put("Started", text(occurrence.started));
        fields.put("Impact began", text(occurrence.impactStarted));
        fields.put("Detected", text(occurrence.detected));
        fields.put("Acknowledged", text(occurrence.acknowledged));
        fields.put("Mitigated", text(occurrence.mitigated));
        fields.put("Resolved", text(occurrence.resolved));
        fields.values().removeIf(Objects::isNull);
        return fields;
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static String names(Stream<String> names) {
        var all = names.sorted(String.CASE_INSENSITIVE_ORDER).collect(Collectors.joining(", "));
        return all.isEmpty() ? null : all;
    }

    private static String text(Moment moment) {
        return moment.known() ? moment.at().toString() : moment.state().label.toLowerCase();
    }
}
