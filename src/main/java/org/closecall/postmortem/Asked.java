package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What there is to write in a postmortem: what its template asks for, then what it asks for no longer. */
@TemplateData
public record Asked(TemplateVersion template, List<PostmortemSection> sections, List<ContributingFactor> factors) {

    public List<Part> parts() {
        var parts = new ArrayList<>(template.parts);
        if (!factors.isEmpty() && parts.stream().noneMatch(part -> part.form() == Part.Form.FACTORS)) {
            parts.add(Part.blank(Part.Form.FACTORS));
        }
        former().filter(section -> !section.body.isEmpty()).map(Part::former).forEach(parts::add);
        return parts;
    }

    /** Also former ones that are empty by now: somebody may still be writing one. */
    List<Section> texts() {
        return Stream.concat(template.sections().stream(), former().map(section -> Part.former(section).section())).toList();
    }

    /** The key of the part that a text stands in. */
    String partOf(String key) {
        return parts().stream().filter(part -> part.sections().stream().anyMatch(text -> text.key().equals(key))).map(Part::key).findFirst().orElse(key);
    }

    /** What the template has become since, or null. */
    public TemplateVersion newer() {
        var latest = template.template.archived() ? template : TemplateVersion.latest(template.template);
        return latest.number > template.number ? latest : null;
    }

    private Stream<PostmortemSection> former() {
        return sections.stream().filter(section -> section.formerTitle != null);
    }
}
