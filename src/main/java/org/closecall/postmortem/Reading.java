package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.action.ActionItem;
import org.closecall.occurrence.TimelineEntry;

/** A postmortem as it is read: its first paragraph leads, and headings over nothing are left out. */
@TemplateData
public record Reading(Postmortem postmortem, String lead, String authors) {

    static Reading of(Postmortem postmortem) {
        return new Reading(postmortem, opening(postmortem).lead(), String.join(", ", Authors.of(postmortem)));
    }

    private static Opening opening(Postmortem postmortem) {
        var section = postmortem.section(first(postmortem));
        return Opening.of(section.written() ? section.body : "");
    }

    private static String first(Postmortem postmortem) {
        return postmortem.template.sections().get(0).key();
    }

    /** Without what already led. */
    public String text(Section section) {
        return section.key().equals(first(postmortem)) ? opening(postmortem).rest() : postmortem.section(section.key()).body;
    }

    /** Of a draft: nobody has made it theirs yet. */
    public boolean prefilled(Section section) {
        return postmortem.standing == null && postmortem.section(section.key()).prefilled;
    }

    public boolean leadPrefilled() {
        return prefilled(postmortem.template.sections().get(0));
    }

    /** All there is to read but the timeline. */
    Stream<String> texts() {
        return Stream.concat(postmortem.sections.stream().map(section -> section.body), postmortem.factors.stream().flatMap(factor -> Stream.of(factor.text, Texts.orEmpty(factor.howKnown))));
    }

    public boolean shown(Part part, List<TimelineEntry> timeline, List<ActionItem> actions) {
        return switch (part.form()) {
            case TEXT, ANSWERS -> !written(part).isEmpty();
            case FACTORS -> postmortem.filled(part);
            case TIMELINE -> !timeline.isEmpty();
            case ACTIONS -> !actions.isEmpty();
        };
    }

    public List<Section> written(Part part) {
        return part.sections().stream().filter(this::says).toList();
    }

    /** Anything but questions without an answer. */
    public boolean says(Section section) {
        return Texts.says(text(section));
    }
}
