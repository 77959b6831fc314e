package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.closecall.web.Errors;
import org.closecall.web.Formats;

/**
 * The writing page as it was sent. Each text comes with the stamp of the version it was written over, so that a save
 * touches only what was changed, and tells when somebody else changed the same.
 */
@TemplateData
public record Writing(Map<String, String> texts, Map<String, String> stamps) {

    static final int LONGEST_SECTION = 500_000;
    static final int LONGEST_TITLE = 200;
    static final String STAMP = "was.";

    static Writing of(Postmortem postmortem) {
        var texts = new HashMap<String, String>();
        var stamps = new HashMap<String, String>();
        for (var slot : Slot.of(postmortem, null, null)) {
            texts.put(slot.key(), slot.saved().get());
            stamps.put(slot.key(), Texts.stamp(slot.saved().get()));
        }
        return new Writing(texts, stamps);
    }

    /** What the form does not carry stays as it is saved. */
    static Writing of(Postmortem postmortem, MultivaluedMap<String, String> form) {
        var writing = of(postmortem);
        for (var key : List.copyOf(writing.texts.keySet())) {
            var typed = form.getFirst(key);
            if (typed != null) {
                writing.texts.put(key, Slot.TITLE.equals(key) ? Texts.line(typed) : Texts.clean(typed));
                writing.stamps.put(key, Texts.orEmpty(form.getFirst(STAMP + key)));
            }
        }
        return writing;
    }

    public String text(String key) {
        return texts.get(key);
    }

    public String stamp(String key) {
        return stamps.get(key);
    }

    /** Typed, but not what it was typed over. */
    public boolean unsaved(String key) {
        return !Texts.stamp(text(key)).equals(stamp(key));
    }

    Errors check(Postmortem postmortem) {
        var errors = Errors.none();
        if (text(Slot.TITLE).isEmpty()) {
            errors.add(Slot.TITLE, "What shall readers find it under?");
        }
        limit(errors, Slot.TITLE, LONGEST_TITLE);
        if (!text(Slot.FACILITATOR).isEmpty() && postmortem.facilitators().stream().noneMatch(person -> person.value().equals(text(Slot.FACILITATOR)))) {
            errors.add(Slot.FACILITATOR, "Choose somebody from the list");
        }
        postmortem.asked().texts().forEach(section -> limit(errors, section.key(), LONGEST_SECTION));
        return errors;
    }

    boolean changes(Slot slot) {
        var typed = text(slot.key());
        return !typed.equals(slot.saved().get()) && !Texts.stamp(typed).equals(stamp(slot.key()));
    }

    boolean clashes(Slot slot) {
        return changes(slot) && !Texts.stamp(slot.saved().get()).equals(stamp(slot.key()));
    }

    /** As if it had been written over what is saved now: the writer has seen that. */
    void over(String key, String stampSeen) {
        stamps.put(key, Texts.orEmpty(stampSeen));
    }

    void type(String key, String text) {
        texts.put(key, text);
    }

    void leave(Slot slot) {
        texts.put(slot.key(), slot.saved().get());
    }

    private void limit(Errors errors, String key, int most) {
        var length = text(key).length();
        if (length > most) {
            errors.add(key, "At most " + Formats.grouped(most) + " characters; these are " + Formats.grouped(length) + ". Nothing was saved.");
        }
    }
}
