package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import java.util.List;

/** What stands between two headings: texts of its own, or something else of the record, shown in its place. The guidance is of a text. */
@TemplateData
public record Part(Form form, String key, String title, String guidance, boolean required) {

    public enum Form {
        TEXT(null, "Text"), ANSWERS("answers", "Never again: two answers"), FACTORS("factors", "Contributing factors"), TIMELINE("timeline", "Timeline"), ACTIONS("actions", "Actions");

        /** Of what a template can have once only; null for texts. */
        final String key;
        public final String label;

        Form(String key, String label) {
            this.key = key;
            this.label = label;
        }

        public boolean text() {
            return this == TEXT;
        }
    }

    static final String PREVENT = "prevent";
    static final String LIMIT = "limit";

    /** As it is added to a template. */
    static Part blank(Form form) {
        return form.text() ? new Part(form, "", "", "", false) : new Part(form, form.key, form.label, "", form != Form.TIMELINE);
    }

    /** What is still there though the template no longer asks for it. */
    static Part former(PostmortemSection section) {
        return new Part(Form.TEXT, section.key, section.formerTitle, "No longer asked. Move what is worth keeping, then empty it: empty, it is gone from here.", false);
    }

    public List<Section> sections() {
        return switch (form) {
            case TEXT -> List.of(new Section(key, title, guidance, required));
            case ANSWERS -> List.of(new Section(PREVENT, "How do we keep this failure from recurring?", "Shows up as more time between incidents.", required),
                    new Section(LIMIT, "How do we limit the impact of the next one?", "Shows up as less time to mitigate.", required));
            case FACTORS, TIMELINE, ACTIONS -> List.of();
        };
    }

    static List<Section> sections(List<Part> parts) {
        return parts.stream().flatMap(part -> part.sections().stream()).toList();
    }

    /** The one text of a text part. */
    public Section section() {
        return sections().get(0);
    }

    /** title.3: as forms name what is typed of it. */
    public String field(String name, int place) {
        return name + "." + place;
    }

    Part keyed(String made) {
        return new Part(form, made, title, guidance, required);
    }
}
