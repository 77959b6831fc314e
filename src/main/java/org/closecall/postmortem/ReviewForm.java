package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Objects;
import org.closecall.people.Person;
import org.closecall.web.Errors;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** Who is asked for a review, and with what word. */
@TemplateData
public record ReviewForm(@RestForm List<String> reviewers, @RestForm String word) {

    private static final int LONGEST_WORD = 1_000;

    public ReviewForm {
        reviewers = reviewers == null ? List.of() : reviewers;
        word = Texts.clean(word).strip();
    }

    static ReviewForm blank() {
        return new ReviewForm(List.of(), "");
    }

    Errors check() {
        var errors = Errors.none();
        if (people().isEmpty()) {
            errors.add("reviewers", "Whom do you ask?");
        }
        TemplateForm.atMost(errors, "word", word, LONGEST_WORD);
        return errors;
    }

    /** Those who can read a draft. */
    List<Person> people() {
        return Typed.ids(reviewers).stream().distinct().map(id -> Person.<Person>findById(id)).filter(Objects::nonNull).filter(person -> person.active() && person.member()).toList();
    }
}
