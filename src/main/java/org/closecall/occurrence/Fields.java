package org.closecall.occurrence;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything of an occurrence that people edit: its label, how it reads in a history, and which parts of the form hold it. */
enum Fields {
    KIND("Kind", o -> o.kind.label, "kind"),
    TITLE("Title", o -> o.title, "title"),
    NARRATIVE("What happened", o -> o.narrative, "narrative"),
    IMPACT("Impact", o -> o.impact, "impact"),
    IMPACT_KINDS("Kinds of impact", o -> o.extent.kindNames(), "impactKinds"),
    CUSTOMERS("Customers affected", o -> o.extent.customerWords(), "customers", "share"),
    POTENTIAL_IMPACT("Potential impact", o -> o.potentialImpact, "potentialImpact"),
    SEVERITY("Severity", o -> name(o.severity), "severity"),
    POTENTIAL("Potential severity", o -> name(o.potentialSeverity), "potentialSeverity"),
    LIKELIHOOD("Likelihood", o -> o.likelihood == null ? null : o.likelihood.label, "likelihood"),
    DETECTION("Detection", o -> o.detection.label, "detection"),
    DRILL("Drill", o -> o.drill ? "Yes" : null, "drill"),
    STOPPED("What stopped it", o -> o.stoppedBy == null ? null : o.stoppedBy.label, "stoppedBy"),
    CONTROL("Control that held", o -> o.stoppedByControl == null ? null : o.stoppedByControl.name, "control"),
    HOW("How it was stopped", o -> o.stoppedHow, "stoppedHow"),
    CHANGE("One change", o -> o.oneChange, "oneChange"),
    SERVICES("Services", o -> names(o.services.stream().map(service -> service.name)), "services"),
    TAGS("Tags", o -> names(o.tags.stream().map(tag -> tag.name)), "tags"),
    LEAD("Lead", o -> o.lead == null ? null : o.lead.name, "lead"),
    STARTED("Started", o -> o.started.text(), "startedAt", "startedNone"),
    IMPACT_BEGAN("Impact began", o -> o.impactStarted.text(), "impactAt", "impactNone"),
    DETECTED("Detected", o -> o.detected.text(), "detectedAt", "detectedNone"),
    ACKNOWLEDGED("Acknowledged", o -> o.acknowledged.text(), "acknowledgedAt", "acknowledgedNone"),
    MITIGATED("Mitigated", o -> o.mitigated.text(), "mitigatedAt", "mitigatedNone"),
    RESOLVED("Resolved", o -> o.resolved.text(), "resolvedAt", "resolvedNone");

    final String label;
    final Function<Occurrence, String> reading;
    final List<String> components;

    Fields(String label, Function<Occurrence, String> reading, String... components) {
        this.label = label;
        this.reading = reading;
        this.components = List.of(components);
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static String names(Stream<String> names) {
        var all = names.sorted(String.CASE_INSENSITIVE_ORDER).collect(Collectors.joining(", "));
        return all.isEmpty() ? null : all;
    }
}
