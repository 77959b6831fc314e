package org.closecall.notice;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.util.Objects;
import org.closecall.web.Errors;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

@TemplateData
public record SnoozeForm(@RestForm String key, @RestForm String until, @RestForm String reason) {

    private static final int LONGEST_REASON = 500;
    private static final int USUAL_DAYS = 7;

    public SnoozeForm {
        until = Objects.requireNonNullElse(until, "");
        reason = Objects.requireNonNullElse(reason, "").replace("\r\n", "\n");
    }

    static SnoozeForm blank(LocalDate today) {
        return new SnoozeForm(null, today.plusDays(USUAL_DAYS).toString(), "");
    }

    Errors check(LocalDate today) {
        var errors = Errors.none();
        var day = Typed.date(until);
        if (day == null) {
            errors.add("until", "Until which day should nobody be reminded?");
        } else if (!day.isAfter(today)) {
            errors.add("until", "Choose a day after today");
        } else if (day.isAfter(today.plusDays(Snooze.MOST_DAYS))) {
            errors.add("until", "At most " + Snooze.MOST_DAYS + " days from today: for longer, change the due date");
        }
        if (!Typed.given(reason)) {
            errors.add("reason", "What does it wait for?");
        } else if (reason.length() > LONGEST_REASON) {
            errors.add("reason", "At most " + LONGEST_REASON + " characters");
        }
        return errors;
    }

    LocalDate day() {
        return Typed.date(until);
    }
}
