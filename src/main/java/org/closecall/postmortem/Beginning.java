package org.closecall.postmortem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Change;
import org.closecall.people.Organisation;
import org.closecall.people.Person;
import org.closecall.web.Typed;

/** What the record says already stands in the draft from the start: nobody types it twice. */
final class Beginning {

    private Beginning() {
    }

    static Postmortem begin(Occurrence of, TemplateVersion with, Person by, Instant now) {
        var postmortem = new Postmortem();
        postmortem.occurrence = of;
        postmortem.template = with;
        postmortem.title = of.title;
        postmortem.facilitator = by;
        postmortem.createdBy = by;
        postmortem.createdAt = now;
        postmortem.sections = of(postmortem);
        postmortem.persistAndFlush();
        Change.record(postmortem.subject(), "started the postmortem", Map.of(), snapshot(postmortem), by, now);
        return postmortem;
    }

    private static List<PostmortemSection> of(Postmortem postmortem) {
        var known = known(postmortem.occurrence);
        var sections = new ArrayList<PostmortemSection>();
        for (var asked : postmortem.template.sections()) {
            sections.add(section(postmortem, asked.key(), sections.size(), known));
        }
        return sections;
    }

    static PostmortemSection section(Postmortem postmortem, String key, int position, Map<String, String> known) {
        var section = new PostmortemSection();
        section.postmortem = postmortem;
        section.key = key;
        section.position = position;
        section.body = Texts.clean(known.get(key));
        section.prefilled = section.written();
        return section;
    }

    private static Map<String, String> snapshot(Postmortem postmortem) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Template", postmortem.template.label());
        fields.put("Title", postmortem.title);
        fields.put("Facilitator", postmortem.facilitator.name);
        postmortem.template.sections().forEach(asked -> fields.put(asked.title(), Texts.orNull(postmortem.section(asked.key()).body)));
        fields.values().removeIf(Objects::isNull);
        return fields;
    }

    static Map<String, String> known(Occurrence o) {
        var known = new LinkedHashMap<String, String>();
        var skeleton = new Skeleton(o, Organisation.current().zone());
        var summary = o.narrative == null ? skeleton.summary() : o.narrative;
        known.put("summary", summary);
        known.put("almost", summary);
        known.put("detection", skeleton.detection());
        known.put("impact", impact(o, skeleton));
        known.put("could", could(o));
        known.put("stopped", stopped(o));
        known.put("change", o.oneChange);
        return known;
    }

    private static String impact(Occurrence o, Skeleton skeleton) {
        return Stream.of(o.impact, o.extent.kindNames(), skeleton.numbers()).filter(Objects::nonNull).collect(Collectors.joining(". "));
    }

    private static String could(Occurrence o) {
        var severity = o.potentialSeverity == null ? null : (o.kind.nearMiss() ? "Could have been " : "Could become ") + o.potentialSeverity + ", " + o.potentialSeverity.word.toLowerCase();
        var likelihood = o.likelihood == null ? null : "Likelihood of recurrence: " + o.likelihood.label.toLowerCase();
        return Stream.of(Texts.orEmpty(o.potentialImpact), sentences(severity, likelihood)).filter(Typed::given).collect(Collectors.joining("\n\n"));
    }

    private static String stopped(Occurrence o) {
        if (o.stoppedBy == null) {
            return o.stoppedHow;
        }
        var control = o.stoppedByControl == null ? null : o.stoppedByControl.name;
        var which = Objects.requireNonNullElse(control, Texts.orEmpty(o.stoppedHow));
        return sentences(o.stoppedBy.label + (which.isBlank() ? "" : ": " + which), control == null ? null : o.stoppedHow);
    }

    /** Whatever was typed begins and ends as a sentence does. */
    private static String sentences(String... texts) {
        return Stream.of(texts).filter(Typed::given).map(String::strip)
                .map(text -> text.substring(0, 1).toUpperCase() + text.substring(1) + (text.matches("(?s).*[.!?…:)\"”]") ? "" : ".")).collect(Collectors.joining(" "));
    }
}
