package org.closecall.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Severity;
import org.closecall.web.Typed;

/** Atlassian Statuspage's incidents.json, summary.json or scheduled-maintenances.json. */
final class StatuspageFormat implements Format {

    private static final String INCIDENTS = "incidents";
    private static final String MAINTENANCES = "scheduled_maintenances";
    private static final String MAINTENANCE = "maintenance";
    private static final Set<String> OVER = Set.of("resolved", "postmortem");
    private static final Map<String, String> IMPACTS = Map.of("critical", "critical", "major", "major", "minor", "minor", "none", "none",
            MAINTENANCE, MAINTENANCE);
    private static final Map<String, Severity> SEVERITIES = Map.of("critical", Severity.SEV1, "major", Severity.SEV2, "minor", Severity.SEV3,
            "none", Severity.SEV5);

    @Override
    public String label() {
        return "Statuspage";
    }

    @Override
    public boolean recognises(JsonFile file) {
        return page(file).isObject() && (file.has(INCIDENTS) || file.has(MAINTENANCES));
    }

    @Override
    public List<JsonFile.Element> elements(JsonFile file) {
        return Stream.concat(file.list(INCIDENTS).stream(), file.list(MAINTENANCES).stream()).toList();
    }

    @Override
    public Incoming read(Value value, int position, JsonFile file) {
        var id = value.required("id");
        var title = Typed.shortened(Texts.readable(String.valueOf(value.required("name"))).replaceAll("\\s+", " "), TITLE);
        var created = value.requiredTime("created_at");
        var given = value.time("started_at");
        var started = given == null ? created : given;
        var impact = value.oneOf("impact", IMPACTS);
        var ends = Ends.of(started, value.time("monitoring_at"), value.time("resolved_at"), OVER.contains(String.valueOf(value.text("status"))));
        var maintenance = MAINTENANCE.equals(impact) || value.path().startsWith(MAINTENANCES);
        return new Incoming(position, source(file, value), id, url(file, value), title, null, impact == null ? null : SEVERITIES.get(impact),
                started, ends.mitigated, ends.resolved, created, value.time("updated_at"), services(value), updates(value),
                maintenance ? "Planned maintenance, not an incident" : null);
    }

    /** Resolved the moment it started is how these pages say that nobody noted when. */
    private record Ends(Moment mitigated, Moment resolved) {

        static Ends of(Instant started, Instant monitoring, Instant resolved, boolean over) {
            var mitigated = monitoring == null ? null : Moment.at(monitoring);
            if (resolved == null && !over) {
                return new Ends(mitigated == null ? Moment.NOT_YET : mitigated, Moment.NOT_YET);
            }
            var end = resolved == null || resolved.equals(started) ? Moment.UNKNOWN : Moment.at(resolved);
            return new Ends(mitigated == null ? end : mitigated, end);
        }
    }

    private static JsonNode page(JsonFile file) {
        return file.values().getOrDefault("page", MissingNode.getInstance());
    }

    /** Ids are only unique within a page. */
    private static String source(JsonFile file, Value value) {
        var page = new Value(page(file), "page", value.complaints());
        var id = page.text("id");
        var host = host(page.text("url"));
        if (id == null && host == null) {
            page.complain("id", "is missing, and so is page.url: records of different pages could not be told apart");
        }
        return "statuspage:" + (id == null ? host : id);
    }

    private static String url(JsonFile file, Value value) {
        var link = value.text("shortlink");
        var page = page(file).path("url").asText("");
        var address = link == null ? page.replaceFirst("/+$", "") + "/incidents/" + value.text("id") : link;
        return host(address) == null ? null : address;
    }

    /** Null unless it is an address of the web. */
    private static String host(String url) {
        try {
            return url != null && url.matches("(?i)https?://.*") ? URI.create(url).getHost() : null;
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    private static List<String> services(Value value) {
        return Incoming.distinct(value.list("components").stream().map(component -> component.text("name")));
    }

    private static List<Incoming.Update> updates(Value value) {
        var updates = new LinkedHashMap<String, Incoming.Update>();
        var newestFirst = new ArrayList<>(value.list("incident_updates"));
        Collections.reverse(newestFirst);
        newestFirst.stream().map(StatuspageFormat::update).filter(Objects::nonNull)
                .forEach(update -> updates.putIfAbsent(update.externalId(), update));
        if (newestFirst.stream().noneMatch(update -> "postmortem".equals(update.text("status")))) {
            postmortem(value).ifPresent(update -> updates.put(update.externalId(), update));
        }
        return updates.values().stream().sorted(Comparator.comparing(Incoming.Update::at)).toList();
    }

    /** Without a text the new status is the news. */
    private static Incoming.Update update(Value update) {
        var id = update.required("id");
        var displayed = update.time("display_at");
        var at = displayed == null ? update.requiredTime("created_at") : displayed;
        var body = update.text("body");
        var text = body == null ? Texts.capitalised(update.text("status")) : Texts.readable(body);
        return id == null || at == null || text == null ? null : new Incoming.Update(id, at, text);
    }

    /** Some pages give it as an update too; a draft that was never published stays theirs. */
    private static Optional<Incoming.Update> postmortem(Value value) {
        var body = value.text("postmortem_body");
        var published = value.time("postmortem_published_at");
        return body == null || published == null ? Optional.empty()
                : Optional.of(new Incoming.Update("postmortem", published, Texts.readable(body)));
    }
}
