package org.closecall.monthly;

import io.quarkus.qute.TemplateData;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Formats;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** A correction as typed. */
@TemplateData
public record CorrectionForm(@RestForm String key, @RestForm String correction) {

    private static final int LONGEST = 20_000;

    public CorrectionForm {
        correction = correction == null ? "" : correction.replace("\0", "");
    }

    static CorrectionForm blank() {
        return new CorrectionForm(FormKey.fresh(), "");
    }

    /** The same again as a form that has not been sent yet. */
    CorrectionForm again() {
        return new CorrectionForm(FormKey.fresh(), correction);
    }

    Errors check(MonthlyReview review) {
        var errors = Errors.none();
        if (!review.frozen()) {
            errors.add("correction", "This is a draft: what is wrong in it can be changed where it stands");
        } else if (!Typed.given(correction)) {
            errors.add("correction", "What was wrong, and what is right?");
        } else if (correction.length() > LONGEST) {
            errors.add("correction", "At most " + Formats.grouped(LONGEST) + " characters");
        }
        return errors;
    }

    String text() {
        return Typed.orNull(correction);
    }
}
