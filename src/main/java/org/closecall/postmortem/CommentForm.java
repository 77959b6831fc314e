package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.jboss.resteasy.reactive.RestForm;

/** A comment as typed. answers is the id of the comment that it answers, or empty; back is the page it was written on. */
@TemplateData
public record CommentForm(@RestForm String key, @RestForm String on, @RestForm String answers, @RestForm String comment, @RestForm String back) {

    static final int LONGEST = 5_000;

    public CommentForm {
        on = Texts.orEmpty(on);
        answers = Texts.orEmpty(answers);
        comment = Texts.clean(comment).strip();
        back = Texts.orEmpty(back);
    }

    static CommentForm blank(String on) {
        return new CommentForm(FormKey.fresh(), on, "", "", "");
    }

    Errors check(Postmortem postmortem) {
        var errors = Errors.none();
        if (answers.isEmpty() && Place.of(postmortem).stream().noneMatch(place -> place.key().equals(on))) {
            errors.add("on", "Choose one of these");
        }
        if (comment.isEmpty()) {
            errors.add("comment", "What would you like to say?");
        }
        TemplateForm.atMost(errors, "comment", comment, LONGEST);
        return errors;
    }
}
