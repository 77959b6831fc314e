package org.closecall.slo;

import io.quarkus.qute.TemplateData;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.exchange.Outcome;
import org.closecall.people.Person;
import org.yaml.snakeyaml.nodes.Node;

/** What an OpenSLO file would do here, document by document. Nothing is done by making it. */
@TemplateData
public record OpenSloPlan(List<OpenSloLine> lines) {

    private static final String VERSION = "openslo/v1";
    private static final Map<String, String> PASSED_OVER = Map.of("Service", "services come from the catalogue; its name is used to find them", "SLI", "used by the SLOs that refer to it", "AlertPolicy", "burn rates are watched by one table here",
            "AlertCondition", "burn rates are watched by one table here", "AlertNotificationTarget", "the team that answers for an objective is told", "DataSource", "programs send samples; nothing is fetched");

    /** Throws YamlNodes.Unreadable. */
    static OpenSloPlan of(String text, ZoneId zone) {
        var documents = YamlNodes.documents(text);
        var indicators = documents.stream().filter(one -> "SLI".equals(YamlNodes.text(one, "kind")) && YamlNodes.text(one, "metadata", "name") != null)
                .collect(Collectors.toMap(one -> YamlNodes.text(one, "metadata", "name"), one -> inline(one), (one, again) -> one));
        var services = new HashMap<String, String>();
        documents.stream().filter(one -> "Service".equals(YamlNodes.text(one, "kind"))).forEach(one -> services.put(YamlNodes.text(one, "metadata", "name"), YamlNodes.text(one, "metadata", "displayName")));
        var lines = new ArrayList<OpenSloLine>();
        for (var i = 0; i < documents.size(); i++) {
            lines.addAll(lines(i + 1, documents.get(i), indicators, services, zone));
        }
        return new OpenSloPlan(distinct(lines));
    }

    /** As an SLO holds it: without the head of a document. */
    private static Node inline(Node document) {
        var inline = new LinkedHashMap<String, Object>();
        inline.put("metadata", YamlNodes.get(document, "metadata"));
        inline.put("spec", YamlNodes.get(document, "spec"));
        return YamlNodes.of(inline);
    }

    private static List<OpenSloLine> lines(int place, Node document, Map<String, Node> indicators, Map<String, String> services, ZoneId zone) {
        var kind = YamlNodes.text(document, "kind");
        var name = YamlNodes.text(document, "metadata", "name");
        var version = YamlNodes.text(document, "apiVersion");
        if (!VERSION.equals(version)) {
            return List.of(OpenSloLine.without(place, kind, name, Outcome.REFUSED, List.of(version == null ? "apiVersion is missing: this is no OpenSLO document" : "apiVersion " + version + " is not supported: openslo/v1 is")));
        } else if (!"SLO".equals(kind)) {
            var known = kind != null && PASSED_OVER.containsKey(kind);
            return List.of(OpenSloLine.without(place, kind, name, known ? Outcome.SKIPPED : Outcome.REFUSED, List.of(known ? PASSED_OVER.get(kind) : "There is no kind " + kind + " in OpenSLO v1")));
        }
        var reader = new OpenSloReader(document, indicators, zone);
        var drafts = reader.drafts(services);
        return reader.refusals.isEmpty() ? drafts.stream().map(draft -> line(place, draft, reader.notes)).toList()
                : List.of(OpenSloLine.without(place, kind, name, Outcome.REFUSED, reader.refusals.stream().distinct().toList()));
    }

    private static OpenSloLine line(int place, OpenSloDraft draft, List<String> notes) {
        var there = Objective.withHandle(draft.handle());
        var named = Objective.named(draft.service(), draft.name());
        if (there != null && there.kind != draft.kind()) {
            return OpenSloLine.without(place, "SLO", draft.name(), Outcome.REFUSED, List.of("it is " + there.kind.label.toLowerCase() + " here, and that cannot change"));
        } else if (named != null && (there == null || !named.id.equals(there.id))) {
            return OpenSloLine.without(place, "SLO", draft.name(), Outcome.REFUSED, List.of(draft.service().name + " has an objective of this name already, known as " + named.handle));
        }
        var same = there != null && there.snapshot().equals(draft.objective(there.createdAt).snapshot());
        return new OpenSloLine(place, "SLO", draft.name(), there == null ? Outcome.CREATED : same ? Outcome.UNCHANGED : Outcome.CHANGED, List.copyOf(notes), draft);
    }

    /** The second of two that are one here would undo the first. */
    private static List<OpenSloLine> distinct(List<OpenSloLine> lines) {
        var seen = new HashSet<String>();
        return lines.stream().map(line -> line.draft() == null || seen.add(line.draft().handle()) && seen.add(line.draft().service().id + "/" + line.draft().name().toLowerCase()) ? line
                : OpenSloLine.without(line.document(), line.kind(), line.name(), Outcome.REFUSED, List.of("another one in this file has the same name"))).toList();
    }

    void write(Person by, Instant now) {
        for (var line : lines) {
            if (line.outcome() == Outcome.CREATED) {
                line.draft().objective(now).added(by, now);
            } else if (Set.of(Outcome.CHANGED, Outcome.UNCHANGED).contains(line.outcome())) {
                var there = Objective.changing(Objective.withHandle(line.draft().handle()).id);
                var before = there.snapshot();
                line.draft().applyTo(there);
                there.edited(before, by, now);
            }
        }
    }

    public long of(Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    public long broughtIn() {
        return of(Outcome.CREATED) + of(Outcome.CHANGED);
    }

    public boolean leavesOut() {
        return of(Outcome.REFUSED) > 0;
    }

    /** Of everything that was shown. */
    public String digest() {
        var shown = Stream.concat(lines.stream().map(line -> line.document() + line.name() + line.outcome() + line.why()), lines.stream().filter(line -> line.draft() != null).map(line -> line.draft().objective(Instant.EPOCH).snapshot().toString() + line.draft().openSlo()));
        return UUID.nameUUIDFromBytes(shown.collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8)).toString();
    }
}
