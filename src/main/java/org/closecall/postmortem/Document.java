package org.closecall.postmortem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closecall.action.ActionItem;
import org.closecall.occurrence.MomentName;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.TimelineEntry;

/** A postmortem with all that belongs to it, as it is taken along. The names are those of docs/postmortem-markdown.md and stay. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Document(Head head, List<Text> sections, List<Factor> factors, List<Entry> timeline, List<Action> actions) {

    static final int FORMAT = 1;

    /** What stands before the text. Moments are ISO 8601 in UTC, or why there is none: unknown, not_yet, none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Head(int closecall, long number, String title, String occurrence, String kind, String severity, String potential_severity, String likelihood,
            List<String> services, List<String> tags, Map<String, String> moments, String detection, String stopped_by, String state, Integer version,
            List<String> authors, String facilitator, Instant published, String template, int template_version, String published_because) {
    }

    record Text(String key, String title, String body) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Factor(String category, String text, String how_known) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(String mark, Instant at, String kind, boolean learned_later, String evidence, String text) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Action(long id, String title, String aim, String state, String owner, LocalDate due, String description) {
    }

    static Document of(Postmortem p, List<ActionItem> actions) {
        return new Document(head(p), p.asked().texts().stream().map(text -> new Text(text.key(), text.title(), p.section(text.key()).body)).toList(),
                p.factors.stream().map(factor -> new Factor(factor.category.name, factor.text, factor.howKnown)).toList(),
                TimelineEntry.of(p.occurrence).stream().map(Document::entry).toList(), actions.stream().map(Document::action).toList());
    }

    Text section(String key) {
        return sections.stream().filter(text -> text.key.equals(key)).findFirst().orElseThrow();
    }

    private static Head head(Postmortem p) {
        var o = p.occurrence;
        var authors = p.authors().stream().map(person -> person.name).toList();
        return new Head(FORMAT, o.number, p.title, o.title, o.kind.name(), name(o.severity), name(o.potentialSeverity), name(o.likelihood),
                o.services.stream().map(service -> service.name).toList(), o.tags.stream().map(tag -> tag.name).toList(), moments(o), name(o.detection), name(o.stoppedBy),
                p.state().label, p.standing == null ? null : p.standing.number, authors.isEmpty() ? List.of(p.createdBy.name) : authors, p.facilitator == null ? null : p.facilitator.name, p.publishedAt,
                p.template.template.name, p.template.number, p.waivedBecause);
    }

    private static Map<String, String> moments(Occurrence o) {
        var moments = new LinkedHashMap<String, String>();
        MomentName.of(o.kind).forEach(name -> moments.put(name.name().toLowerCase(), name.in(o).text().replace(' ', '_')));
        return moments;
    }

    private static Entry entry(TimelineEntry entry) {
        return new Entry("#" + entry.occurrence.number + "@" + entry.id, entry.at, entry.kind.name(), entry.learnedLater, entry.evidenceUrl, entry.text);
    }

    private static Action action(ActionItem action) {
        return new Action(action.id, action.title, action.aim.name(), action.state().name(), action.owner == null ? null : action.owner.name, action.dueOn, action.description);
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }
}
