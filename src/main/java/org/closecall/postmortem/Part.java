package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import java.util.List;

/** What stands between two headings: texts of its own, or something else of the record, shown in its place. */
@TemplateData
public record Part(Form form, String key, String title, List<Section> sections) {

    public enum Form {
        TEXT, ANSWERS, FACTORS, TIMELINE, ACTIONS
    }

    static Part needed(String key, String title, String guidance) {
        return new Part(Form.TEXT, key, title, List.of(new Section(key, title, guidance, true)));
    }

    static Part optional(String key, String title, String guidance) {
        return new Part(Form.TEXT, key, title, List.of(new Section(key, title, guidance, false)));
    }

    static Part answers() {
        return new Part(Form.ANSWERS, "answers", "Never again: two answers", List.of(
                new Section("prevent", "How do we keep this failure from recurring?", "Shows up as more time between incidents.", true),
                new Section("limit", "How do we limit the impact of the next one?", "Shows up as less time to mitigate.", true)));
    }

    static Part factors(String title) {
        return new Part(Form.FACTORS, "factors", title, List.of());
    }

    static Part timeline() {
        return new Part(Form.TIMELINE, "timeline", "Timeline", List.of());
    }

    static Part actions() {
        return new Part(Form.ACTIONS, "actions", "Actions", List.of());
    }

    /** The one text of a text part. */
    public Section section() {
        return sections.get(0);
    }
}
