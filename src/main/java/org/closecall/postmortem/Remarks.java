package org.closecall.postmortem;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.closecall.web.FormKey;
import org.closecall.web.Typed;

/** What the writing page says to the comments beside its texts: one resolved by its button, and answers typed there. */
final class Remarks {

    static final String RESOLVE = "resolve";
    static final String ANSWER = "answer.";

    private Remarks() {
    }

    /** They are saved whatever else is wrong with what was sent. The caller holds the lock of the postmortem. */
    static void take(MultivaluedMap<String, String> form, Saving saving) {
        for (var field : List.copyOf(form.keySet())) {
            var on = field.startsWith(ANSWER) ? there(saving, field.substring(ANSWER.length())) : null;
            var text = Texts.clean(form.getFirst(field)).strip();
            if (on != null && !text.isEmpty()) {
                answer(on, new CommentForm(form.getFirst("key." + field), on.place, on.id.toString(), text, ""), saving);
            }
        }
        var resolved = there(saving, form.getFirst(RESOLVE));
        if (resolved != null) {
            resolved.resolve(saving.by(), saving.now());
        }
    }

    /** Sent twice, it stands once. */
    private static void answer(ReviewComment on, CommentForm form, Saving saving) {
        if (!FormKey.use(form.key(), form, saving.by()).repeated()) {
            var answer = new ReviewComment();
            answer.text = Typed.shortened(form.comment(), CommentForm.LONGEST);
            answer.answered = on;
            answer.place = on.place;
            answer.write(saving.postmortem(), saving.by(), saving.now());
            FormKey.used(form.key(), form, saving.by(), saving.postmortem().path() + "/edit", saving.now());
        }
    }

    /** Null for one that is not there, such as one that was opened long ago in another postmortem. */
    private static ReviewComment there(Saving saving, String id) {
        return Typed.found(id, known -> ReviewComment.find("postmortem = ?1 and id = ?2 and answered is null", saving.postmortem(), known).firstResult());
    }
}
