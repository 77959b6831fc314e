package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.closecall.web.Errors;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** A review as typed. */
@TemplateData
public record VerdictForm(@RestForm String verdict, @RestForm String text) {

    private static final int LONGEST = 5_000;

    public VerdictForm {
        text = Texts.clean(text).strip();
    }

    /** said is what the reviewer said before, or null. */
    static VerdictForm of(ReviewVerdict said) {
        return said == null ? new VerdictForm("", "") : new VerdictForm(said.verdict.name(), said.text);
    }

    public List<Verdict> choices() {
        return List.of(Verdict.values());
    }

    Verdict chosen() {
        return Typed.choice(Verdict.class, verdict);
    }

    Errors check() {
        var errors = Errors.none();
        if (chosen() == null) {
            errors.add("verdict", "Choose one of the two");
        } else if (chosen() == Verdict.CHANGES && text.isEmpty()) {
            errors.add("text", "What should change?");
        }
        TemplateForm.atMost(errors, "text", text, LONGEST);
        return errors;
    }
}
