package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedHashMap;
import org.closecall.attachment.Picture;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

/** Where a picture goes, and what it shows in words. */
@TemplateData
public record ImageForm(@RestForm String key, @RestForm String section, @RestForm String words) {

    private static final int LONGEST_WORDS = 500;

    /** What makes two sendings the same. */
    record Sent(ImageForm form, String picture) {
    }

    static ImageForm blank(String section) {
        return new ImageForm(FormKey.fresh(), Texts.orEmpty(section), "");
    }

    ImageForm again() {
        return new ImageForm(FormKey.fresh(), section, words);
    }

    Sent sent(Picture picture) {
        return new Sent(this, picture.stamp());
    }

    Errors check(Postmortem postmortem, Picture picture) {
        var errors = Errors.none();
        if (postmortem.asked().texts().stream().noneMatch(text -> text.key().equals(section))) {
            errors.add("section", "Choose one of these");
        } else if (postmortem.section(section).body.length() > Writing.LONGEST_SECTION - 2 * LONGEST_WORDS) {
            errors.add("section", "This section is full");
        }
        if (Texts.orEmpty(words).length() > LONGEST_WORDS) {
            errors.add("words", "At most 500 characters");
        }
        var problem = picture.problem(postmortem.id);
        return problem == null ? errors : errors.add("image", problem);
    }

    /** At the end of its section. */
    void put(String markdown, Postmortem postmortem, Viewer viewer) {
        var text = postmortem.section(section).body;
        var typed = new MultivaluedHashMap<String, String>();
        typed.putSingle(section, text.isEmpty() ? markdown : text + "\n\n" + markdown);
        typed.putSingle("was." + section, Texts.stamp(text));
        new Saving(postmortem, viewer.person(), viewer.now()).write(Writing.of(postmortem, typed));
    }
}
