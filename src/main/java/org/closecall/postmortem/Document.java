package org.closecall.postmortem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.closecall.action.ActionItem;
import org.closecall.occurrence.MomentName;
import org.closecall.occurrence.Occurrence;

/** A postmortem with all that belongs to it, as it is taken along. The names are those of docs/postmortem-markdown.md and stay. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Document(Head head, List<Text> sections, List<Factor> factors, List<Entry> timeline, List<Action> actions) {

    public static final int FORMAT = 1;

    /** What stands before the text. Moments are ISO 8601 in UTC, or why there is none: unknown, not_yet, none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Head(int closecall, UUID id, long number, String title, String occurrence, String kind, String severity, String potential_severity, String likelihood,
            List<String> services, List<String> tags, Map<String, String> moments, String detection, String stopped_by, String state, Integer version,
            List<String> authors, String facilitator, Instant published, String template, Integer template_version, String published_because, Instant filed) {
    }

    public record Text(String key, String title, String body) {
    }

    /** n is its place; leads_to has the places of others. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Factor(int n, String category, String evidence, List<Integer> leads_to, String text, String how_known) {

        public Factor {
            leads_to = leads_to == null ? List.of() : leads_to;
        }

        public Factor known(String how) {
            return new Factor(n, category, evidence, leads_to, text, how);
        }

        Factor rewritten(UnaryOperator<String> rewrite) {
            return new Factor(n, category, evidence, leads_to, rewrite.apply(text), how_known == null ? null : rewrite.apply(how_known));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(String mark, Instant at, String kind, boolean learned_later, String evidence, String text, String since, String silence) {

        /** As it comes in: the last two follow from the times. */
        public Entry(String mark, Instant at, String kind, boolean learnedLater, String evidence, String text) {
            this(mark, at, kind, learnedLater, evidence, text, null, null);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Action(long id, String title, String aim, String state, String owner, LocalDate due, Instant created, Instant started, Instant done, String description) {
    }

    static Document of(Postmortem p, List<ActionItem> actions) {
        return new Document(head(p), p.asked().texts().stream().map(text -> new Text(text.key(), text.title(), p.section(text.key()).body)).toList(),
                p.factors.stream().map(Document::factor).toList(),
                p.chronicle().rows().stream().filter(row -> row.line().entry() != null).map(Document::entry).toList(), actions.stream().map(Document::action).toList());
    }

    /** Of what readers see, or of the draft where nothing is published. */
    public static Document of(Postmortem p) {
        var shown = p.published() ? p.publication.asItStood() : p;
        return of(shown, ActionItem.of(p.occurrence));
    }

    /** With the same done to every text that people wrote. */
    public Document rewritten(UnaryOperator<String> rewrite) {
        return new Document(head, sections.stream().map(text -> new Text(text.key, text.title, rewrite.apply(text.body))).toList(),
                factors.stream().map(factor -> factor.rewritten(rewrite)).toList(),
                timeline.stream().map(entry -> new Entry(entry.mark, entry.at, entry.kind, entry.learned_later, entry.evidence, rewrite.apply(entry.text))).toList(), actions);
    }

    Text section(String key) {
        return sections.stream().filter(text -> text.key.equals(key)).findFirst().orElseThrow();
    }

    private static Head head(Postmortem p) {
        var o = p.occurrence;
        return new Head(FORMAT, p.uid, o.number, p.title, o.title, o.kind.name(), name(o.severity), name(o.potentialSeverity), name(o.likelihood),
                o.services.stream().map(service -> service.name).toList(), o.tags.stream().map(tag -> tag.name).toList(), moments(o), name(o.detection), name(o.stoppedBy),
                p.state().label, p.standing == null ? null : p.standing.number, Authors.of(p), p.facilitator == null ? null : p.facilitator.name, p.publishedAt,
                p.template.template.name, p.template.number, p.waivedBecause, o.filedAt);
    }

    private static Map<String, String> moments(Occurrence o) {
        var moments = new LinkedHashMap<String, String>();
        MomentName.of(o.kind).forEach(name -> moments.put(name.name().toLowerCase(), name.in(o).text().replace(' ', '_')));
        return moments;
    }

    private static Factor factor(ContributingFactor factor) {
        return new Factor(factor.number(), factor.category.name, factor.evidenceUrl, factor.leadsTo.stream().map(ContributingFactor::number).sorted().toList(), factor.text, factor.howKnown);
    }

    private static Entry entry(Chronicle.Row row) {
        var entry = row.line().entry();
        return new Entry("#" + entry.occurrence.number + "@" + entry.id, entry.at, entry.kind.name(), entry.learnedLater, entry.evidenceUrl, entry.text, row.since(), row.silence());
    }

    private static Action action(ActionItem action) {
        return new Action(action.id, action.title, action.aim.name(), action.state.name(), action.owner == null ? null : action.owner.name, action.dueOn, action.createdAt, action.startedAt, action.doneAt, action.description);
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }
}
