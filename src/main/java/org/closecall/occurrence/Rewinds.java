package org.closecall.occurrence;

import static java.util.Map.entry;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.closecall.catalog.Control;
import org.closecall.catalog.Service;
import org.closecall.catalog.Tag;
import org.closecall.people.Person;
import org.closecall.web.Typed;

/** The way back from a history's words to an occurrence's fields. */
final class Rewinds {

    private static final Map<Fields, BiConsumer<Occurrence, String>> WAYS = Map.ofEntries(
            entry(Fields.KIND, (o, text) -> become(o, labelled(Kind.values(), kind -> kind.label, text))),
            entry(Fields.TITLE, (o, text) -> o.title = text),
            entry(Fields.NARRATIVE, (o, text) -> o.narrative = text),
            entry(Fields.IMPACT, (o, text) -> o.impact = text),
            entry(Fields.IMPACT_KINDS, (o, text) -> o.extent = Extent.said(o.extent, text)),
            entry(Fields.CUSTOMERS, (o, text) -> o.extent = Extent.counted(o.extent, text)),
            entry(Fields.POTENTIAL_IMPACT, (o, text) -> o.potentialImpact = text),
            entry(Fields.SEVERITY, (o, text) -> o.severity = Typed.choice(Severity.class, text)),
            entry(Fields.POTENTIAL, (o, text) -> o.potentialSeverity = Typed.choice(Severity.class, text)),
            entry(Fields.LIKELIHOOD, (o, text) -> o.likelihood = labelled(Likelihood.values(), likelihood -> likelihood.label, text)),
            entry(Fields.DETECTION, (o, text) -> o.detection = labelled(Detection.values(), detection -> detection.label, text)),
            entry(Fields.STOPPED, (o, text) -> o.stoppedBy = labelled(StoppedBy.values(), stopped -> stopped.label, text)),
            entry(Fields.CONTROL, (o, text) -> o.stoppedByControl = text == null ? null : only(Control.list("name", text), text)),
            entry(Fields.HOW, (o, text) -> o.stoppedHow = text),
            entry(Fields.DRILL, (o, text) -> o.drill = text != null),
            entry(Fields.CHANGE, (o, text) -> o.oneChange = text),
            entry(Fields.SERVICES, (o, text) -> serve(o, text)),
            entry(Fields.TAGS, (o, text) -> tag(o, text)),
            entry(Fields.LEAD, (o, text) -> o.lead = text == null ? null : only(Person.list("name", text), text)),
            entry(Fields.STARTED, (o, text) -> o.started = moment(text)),
            entry(Fields.IMPACT_BEGAN, (o, text) -> o.impactStarted = moment(text)),
            entry(Fields.DETECTED, (o, text) -> o.detected = moment(text)),
            entry(Fields.ACKNOWLEDGED, (o, text) -> o.acknowledged = moment(text)),
            entry(Fields.MITIGATED, (o, text) -> o.mitigated = moment(text)),
            entry(Fields.RESOLVED, (o, text) -> o.resolved = moment(text)));

    private Rewinds() {
    }

    /** Why a field cannot become what it was; the message is for the reader. */
    static final class Impossible extends RuntimeException {
        Impossible(String message) {
            super(message);
        }
    }

    /** Nothing leads back to no title and no kind: every record has both. */
    static boolean possible(String label, String before) {
        var field = field(label);
        return field != null && WAYS.containsKey(field) && (before != null || field != Fields.TITLE && field != Fields.KIND && field != Fields.DETECTION);
    }

    /** before: as the history has it, or null for an empty field. */
    static void apply(Occurrence occurrence, String label, String before) {
        WAYS.get(field(label)).accept(occurrence, before);
    }

    private static Fields field(String label) {
        return Arrays.stream(Fields.values()).filter(field -> field.label.equals(label)).findFirst().orElse(null);
    }

    private static <E> E labelled(E[] all, Function<E, String> label, String text) {
        return Arrays.stream(all).filter(value -> label.apply(value).equals(text)).findFirst().orElse(null);
    }

    /** As the edit page does: an incident has a severity, the others could have one. */
    private static void become(Occurrence occurrence, Kind kind) {
        occurrence.kind = kind;
        occurrence.severity = kind.incident() ? occurrence.severity : null;
        occurrence.potentialSeverity = kind.incident() ? null : occurrence.potentialSeverity;
        occurrence.likelihood = kind.incident() ? null : occurrence.likelihood;
    }

    private static Moment moment(String text) {
        if (text == null) {
            return Moment.UNKNOWN;
        }
        return Arrays.stream(Moment.State.values()).filter(state -> state.label.toLowerCase(Locale.ROOT).equals(text)).findFirst()
                .map(state -> new Moment(state, null)).orElseGet(() -> Moment.at(Instant.parse(text)));
    }

    private static <T> T only(List<T> found, String name) {
        if (found.size() != 1) {
            throw new Impossible((found.isEmpty() ? "Nothing is called “" : "More than one is called “") + name + "” now: choose it on the edit page");
        }
        return found.get(0);
    }

    private static void serve(Occurrence occurrence, String text) {
        var names = text == null ? List.<String>of() : List.of(text.split(", "));
        var services = names.isEmpty() ? List.<Service>of() : Service.<Service>list("name in ?1", names);
        names.stream().filter(name -> services.stream().noneMatch(service -> service.name.equals(name))).findFirst().ifPresent(name -> only(List.of(), name));
        replace(occurrence.services, services);
    }

    private static void tag(Occurrence occurrence, String text) {
        replace(occurrence.tags, Tag.named(Tag.names(text)));
    }

    private static <T> void replace(Set<T> set, Collection<T> with) {
        var all = new LinkedHashSet<>(with);
        set.retainAll(all);
        set.addAll(all);
    }
}
