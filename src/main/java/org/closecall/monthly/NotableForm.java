package org.closecall.monthly;

import io.quarkus.qute.TemplateData;
import org.closecall.occurrence.Occurrence;
import org.closecall.web.Errors;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** An occurrence to be named or not, as typed: 12 or #12. shown is true or false. */
@TemplateData
public record NotableForm(@RestForm String number, @RestForm String reason, @RestForm String shown) {

    static final int LONGEST = 500;

    public NotableForm {
        number = number == null ? "" : number.replace("\0", "");
        reason = reason == null ? "" : reason.replace("\0", "");
        shown = "false".equals(shown) ? shown : "true";
    }

    static NotableForm blank() {
        return new NotableForm("", "", "true");
    }

    /** Null when there is none. */
    Occurrence occurrence() {
        var typed = Typed.id(number.strip().replaceFirst("^#", ""));
        return typed == null ? null : Occurrence.find("number = ?1 and deletedAt is null", typed).firstResult();
    }

    Errors check(Occurrence found) {
        var errors = Errors.none();
        if (found == null) {
            errors.add("number", number.isBlank() ? "Which one? Type its number" : "There is no occurrence with this number");
        }
        if (!Typed.given(reason)) {
            errors.add("reason", "Say why: whoever reads this later will ask");
        } else if (reason.length() > LONGEST) {
            errors.add("reason", "At most " + LONGEST + " characters");
        }
        return errors;
    }

    boolean on() {
        return "true".equals(shown);
    }
}
