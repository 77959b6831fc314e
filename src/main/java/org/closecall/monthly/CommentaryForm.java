package org.closecall.monthly;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.closecall.postmortem.Texts;
import org.closecall.web.Errors;
import org.closecall.web.Formats;

/** What people write to a review as it was sent: each text with the stamp of the version it was written over, as postmortems do. */
@TemplateData
public record CommentaryForm(Map<Part, String> texts, Map<Part, String> stamps, Map<Part, MonthlyReviewSection> saved) {

    static final String STAMP = "was.";
    private static final int LONGEST = 100_000;

    static CommentaryForm of(MonthlyReview review) {
        var saved = MonthlyReviewSection.of(review);
        var form = new CommentaryForm(new EnumMap<>(Part.class), new EnumMap<>(Part.class), saved);
        for (var part : Part.values()) {
            form.texts.put(part, form.stands(part));
            form.stamps.put(part, Texts.stamp(form.stands(part)));
        }
        return form;
    }

    /** What the form does not carry stays as it is saved. */
    static CommentaryForm of(MonthlyReview review, MultivaluedMap<String, String> sent) {
        var form = of(review);
        for (var part : Part.values()) {
            if (sent.getFirst(part.key) != null) {
                form.texts.put(part, Texts.clean(sent.getFirst(part.key)));
                form.stamps.put(part, Objects.requireNonNullElse(sent.getFirst(STAMP + part.key), ""));
            }
        }
        return form;
    }

    /** What is saved of a part by now. */
    String stands(Part part) {
        var section = saved.get(part);
        return section == null ? "" : section.body;
    }

    public String text(Part part) {
        return texts.get(part);
    }

    public String stamp(Part part) {
        return stamps.get(part);
    }

    public MonthlyReviewSection section(Part part) {
        return saved.get(part);
    }

    /** Typed, but not what it was typed over. */
    public boolean unsaved(Part part) {
        return !Texts.stamp(text(part)).equals(stamp(part));
    }

    Errors check() {
        var errors = Errors.none();
        texts.forEach((part, text) -> {
            if (text.length() > LONGEST) {
                errors.add(part.key, "At most " + Formats.grouped(LONGEST) + " characters; these are " + Formats.grouped(text.length()) + ". Nothing was saved.");
            }
        });
        return errors;
    }

    List<Part> changed() {
        return texts.keySet().stream().filter(part -> unsaved(part) && !text(part).equals(stands(part))).toList();
    }

    boolean clashes(Part part) {
        return !Texts.stamp(stands(part)).equals(stamp(part));
    }
}
