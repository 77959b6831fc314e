package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closecall.catalog.CatalogEntry;
import org.closecall.occurrence.Kind;
import org.closecall.review.Review;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.Formats;
import org.closecall.web.FormKey;
import org.closecall.web.Typed;

/** A template, as typed. fits are the ticked cells; id is of the template that is edited, empty when it is new. */
@TemplateData
public record TemplateForm(String id, String version, String key, String name, String hint, String review, List<String> fits, PartRows rows, String note) {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_HINT = 300;
    private static final int LONGEST_NOTE = 500;

    static TemplateForm of(MultivaluedMap<String, String> form) {
        return new TemplateForm(Texts.line(form.getFirst("id")), Texts.orEmpty(form.getFirst("version")), Texts.orEmpty(form.getFirst("key")), Texts.line(form.getFirst("name")),
                Texts.line(form.getFirst("hint")), Texts.orEmpty(form.getFirst("review")), Fits.known(form.getOrDefault("fits", List.of())), PartRows.of(form), Texts.clean(form.getFirst("note")).strip());
    }

    static TemplateForm of(TemplateVersion saved) {
        var template = saved.template;
        return new TemplateForm(String.valueOf(template.id), String.valueOf(template.version), "", template.name, template.hint, template.review.name(), Fits.known(template.fits), new PartRows(saved.parts), "");
    }

    static TemplateForm blank() {
        return new TemplateForm("", "", FormKey.fresh(), "", "", Review.FULL.name(), List.of(), PartRows.begin(), "");
    }

    /** It is proposed for nothing until somebody says for what: two for the same would be a puzzle. */
    static TemplateForm copy(TemplateVersion from) {
        return new TemplateForm("", "", FormKey.fresh(), "Copy of " + from.template.name, from.template.hint, from.template.review.name(), List.of(), new PartRows(from.parts), "");
    }

    TemplateForm arranged(String move) {
        return with(rows.arranged(move));
    }

    /** What is saved: every part has its key. */
    TemplateForm keyed() {
        return with(rows.keyed());
    }

    /** The same once more, to make a second one. */
    TemplateForm again() {
        return new TemplateForm(id, version, FormKey.fresh(), name, hint, review, fits, rows, note);
    }

    public List<Part> parts() {
        return rows.parts();
    }

    public boolean fits(Kind kind, String severity) {
        return fits.contains(Fits.cell(kind, severity));
    }

    /** The template is null when it is new. */
    Errors check(PostmortemTemplate template) {
        var errors = Errors.none();
        CatalogEntry.oneAtATime("template");
        var holder = PostmortemTemplate.named(name);
        if (name.isEmpty()) {
            errors.add("name", "What is the template called?");
        } else if (holder != null && holder != template) {
            errors.add("name", "There is already a template called " + holder.name + (holder.archived() ? ", in the archive" : ""));
        }
        atMost(errors, "name", name, LONGEST_NAME);
        atMost(errors, "hint", hint, LONGEST_HINT);
        if (Typed.choice(Review.class, review) == null || Review.NONE.name().equals(review)) {
            errors.add("review", "Choose one of the two");
        }
        atMost(errors, "note", note, LONGEST_NOTE);
        rows.check(errors);
        return errors;
    }

    static void atMost(Errors errors, String field, String text, int most) {
        if (text.length() > most) {
            errors.add(field, "At most " + Formats.grouped(most) + " characters");
        }
    }

    void applyTo(PostmortemTemplate template) {
        template.name = name;
        template.hint = hint;
        template.fits = fits;
        if (!template.builtIn) {
            template.review = Review.valueOf(review);
        }
    }

    Map<String, String> snapshot() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Name", name);
        fields.put("Hint", Texts.orNull(hint));
        fields.put("Serves as", Review.valueOf(review).words);
        fields.put("Proposed for", Fits.inWords(fits));
        rows.snapshot(fields);
        return fields;
    }

    /** Theirs where only they changed it, otherwise this one; saving it again replaces what both changed. */
    TemplateForm merged(TemplateForm saved, Conflict conflict) {
        return new TemplateForm(id, saved.version, key, conflict.merged("Name", name, saved.name), conflict.merged("Hint", hint, saved.hint), conflict.merged("Serves as", review, saved.review),
                conflict.merged("Proposed for", fits, saved.fits), rows.merged(saved.rows, conflict), note);
    }

    private TemplateForm with(PartRows other) {
        return new TemplateForm(id, version, key, name, hint, review, fits, other, note);
    }
}
