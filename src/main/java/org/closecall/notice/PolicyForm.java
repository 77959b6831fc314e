package org.closecall.notice;

import io.quarkus.qute.TemplateData;
import java.util.Map;
import java.util.Objects;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.jboss.resteasy.reactive.RestForm;

/** was… are what the form was opened with. */
@TemplateData
public record PolicyForm(@RestForm String beforeDays, @RestForm String escalateWeeks, @RestForm String wasBeforeDays, @RestForm String wasEscalateWeeks) {

    private static final int MOST_DAYS = 20;
    private static final int MOST_WEEKS = 26;

    public PolicyForm {
        beforeDays = Objects.requireNonNullElse(beforeDays, "");
        escalateWeeks = Objects.requireNonNullElse(escalateWeeks, "");
    }

    static PolicyForm of(ReminderPolicy policy) {
        return new PolicyForm(String.valueOf(policy.beforeDays), String.valueOf(policy.escalateWeeks), String.valueOf(policy.beforeDays), String.valueOf(policy.escalateWeeks));
    }

    Errors check() {
        var errors = Errors.none();
        if (!within(beforeDays, 0, MOST_DAYS)) {
            errors.add("beforeDays", "A number from 0 to " + MOST_DAYS);
        }
        if (!within(escalateWeeks, 1, MOST_WEEKS)) {
            errors.add("escalateWeeks", "A number from 1 to " + MOST_WEEKS);
        }
        return errors;
    }

    /** Null unless somebody else's changes are in the way. */
    Conflict against(ReminderPolicy saved) {
        var opened = wasBeforeDays == null || wasEscalateWeeks == null ? saved.snapshot() : ReminderPolicy.snapshot(wasBeforeDays, wasEscalateWeeks);
        return Conflict.between(opened, snapshot(), saved.snapshot(), ReminderPolicy.SUBJECT);
    }

    PolicyForm merged(ReminderPolicy saved, Conflict conflict) {
        var now = of(saved);
        return new PolicyForm(conflict.merged("Working days before", beforeDays, now.beforeDays), conflict.merged("Weeks late", escalateWeeks, now.escalateWeeks), now.beforeDays, now.escalateWeeks);
    }

    int before() {
        return Integer.parseInt(beforeDays.strip());
    }

    int escalate() {
        return Integer.parseInt(escalateWeeks.strip());
    }

    private Map<String, String> snapshot() {
        return ReminderPolicy.snapshot(String.valueOf(before()), String.valueOf(escalate()));
    }

    private static boolean within(String typed, int least, int most) {
        return typed.strip().matches("\\d{1,3}") && Integer.parseInt(typed.strip()) >= least && Integer.parseInt(typed.strip()) <= most;
    }
}
