package org.closecall.action;

import org.closecall.web.Errors;
import org.closecall.web.Typed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step to be taken, as a program sends it. */
@Schema(name = "Step", description = "A step to be taken")
record ApiStep(
        @Schema(required = true, enumeration = {"OPEN", "IN_PROGRESS", "DONE", "VERIFIED", "DROPPED"}, description = "Where it is to stand") String to,
        @Schema(description = "What shows that it is done, needed for DONE; or how it was checked, with VERIFIED", examples = "https://git.example.org/merge/812") String evidence,
        @Schema(description = "Why, needed to drop it and to open again what was settled") String reason) {

    private static final int LONGEST = 4_000;

    Errors check(ActionState from) {
        var errors = Errors.none();
        var target = target();
        if (target == null || target == ActionState.RISK_ACCEPTED) {
            errors.add("to", target == null ? "One of OPEN, IN_PROGRESS, DONE, VERIFIED, DROPPED" : "A risk is accepted by a person, on the page of the action");
        } else if (target == ActionState.DONE && !Typed.given(evidence)) {
            errors.add("evidence", "What shows that it is done? One line or an address is enough");
        } else if (target == ActionState.DROPPED && !Typed.given(reason)) {
            errors.add("reason", "Why will it not be done?");
        } else if (target == ActionState.OPEN && from != ActionState.IN_PROGRESS && !Typed.given(reason)) {
            errors.add("reason", "Why is it open again?");
        }
        length(errors, "evidence", evidence);
        length(errors, "reason", reason);
        return errors;
    }

    ActionState target() {
        return Typed.choice(ActionState.class, to);
    }

    private static void length(Errors errors, String field, String text) {
        if (text != null && text.length() > LONGEST) {
            errors.add(field, "At most 4,000 characters");
        }
    }
}
