package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** What another template, or another version of the same, makes of a draft. */
@TemplateData
public record Takeover(Postmortem postmortem, TemplateVersion other) {

    static Takeover of(Postmortem postmortem, TemplateVersion other) {
        return new Takeover(postmortem, other);
    }

    boolean same() {
        return other.id.equals(postmortem.template.id);
    }

    public String words() {
        if (same()) {
            return "What it is written with.";
        }
        var words = Stream.of(words("New", other, postmortem.template), words("No longer asked", postmortem.template, other)).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return words.isEmpty() ? "The same headings in another order, or with other questions." : words;
    }

    /** Nothing is lost: what the other template does not ask for stays, at the end. */
    void apply(Person by, Instant now) {
        var before = Map.of("Template", postmortem.template.label());
        rearrange();
        Postmortem.getEntityManager().flush();
        Change.record(postmortem.subject(), "took over a template", before, Map.of("Template", other.label()), by, now);
    }

    private void rearrange() {
        var titles = postmortem.asked().texts().stream().collect(Collectors.toMap(Section::key, Section::title));
        var sections = postmortem.sections.stream().collect(Collectors.toMap(section -> section.key, Function.identity()));
        var known = Beginning.known(postmortem.occurrence);
        var position = 0;
        for (var asked : other.sections()) {
            var section = sections.remove(asked.key());
            if (section == null) {
                postmortem.sections.add(Beginning.section(postmortem, asked.key(), position++, known));
            } else {
                section.formerTitle = null;
                section.position = position++;
            }
        }
        for (var section : postmortem.sections.stream().filter(section -> sections.containsKey(section.key)).toList()) {
            section.formerTitle = titles.get(section.key);
            section.position = position++;
        }
        postmortem.template = other;
    }

    /** The headings of the one that the other does not have, or null. */
    private static String words(String what, TemplateVersion one, TemplateVersion without) {
        var keys = without.parts.stream().map(Part::key).toList();
        var titles = one.parts.stream().filter(part -> !keys.contains(part.key())).map(Part::title).collect(Collectors.joining(", "));
        return titles.isEmpty() ? null : what + ": " + titles + ".";
    }
}
