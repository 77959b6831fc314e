package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import org.closecall.web.Errors;
import org.jboss.resteasy.reactive.RestForm;

/** Two answers, each yes or no. */
@TemplateData
public record PollForm(@RestForm String learned, @RestForm String again) {

    private static final String YES = "yes";
    private static final String NO = "no";

    /** mine is null until somebody answered. */
    static PollForm of(PollAnswer mine) {
        return mine == null ? new PollForm("", "") : new PollForm(mine.learned ? YES : NO, mine.again ? YES : NO);
    }

    Errors check() {
        var errors = Errors.none();
        check(errors, "learned", learned);
        check(errors, "again", again);
        return errors;
    }

    boolean hasLearned() {
        return YES.equals(learned);
    }

    boolean wouldComeAgain() {
        return YES.equals(again);
    }

    private static void check(Errors errors, String name, String answer) {
        if (!YES.equals(answer) && !NO.equals(answer)) {
            errors.add(name, "Yes or no?");
        }
    }
}
