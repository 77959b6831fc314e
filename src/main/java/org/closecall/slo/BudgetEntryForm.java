package org.closecall.slo;

import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.LocalTimes;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

@TemplateData
public record BudgetEntryForm(
        @RestForm String at,
        @RestForm String atSide,
        @RestForm String bad,
        @RestForm String total,
        @RestForm @NotBlank(message = "Say where this comes from: others must be able to check it") @Size(max = 500, message = "At most 500 characters") String reason,
        @RestForm String key) {

    private static final Pattern MINUTES = Pattern.compile("\\d{1,7}([.,]\\d{1,2})?");
    private static final Pattern REQUESTS = Pattern.compile("\\d{1,12}|\\d{1,3}([, ]\\d{3}){1,3}");

    static BudgetEntryForm blank(Viewer viewer) {
        return new BudgetEntryForm(viewer.thisMinute(), LocalTimes.side(viewer.now(), viewer.zone()), "", "", "", FormKey.fresh());
    }

    BudgetEntryForm again() {
        return new BudgetEntryForm(at, atSide, bad, total, reason, FormKey.fresh());
    }

    void check(Errors errors, Objective objective, Viewer viewer) {
        var unreal = LocalTimes.given(at) ? LocalTimes.complaint(at, viewer.zone(), viewer.now()) : "When was it?";
        var unsaid = unreal == null ? LocalTimes.sideComplaint(at, viewer.zone(), atSide) : null;
        if (unreal != null) {
            errors.add("at", unreal);
        } else if (unsaid != null) {
            errors.add("atSide", unsaid);
        }
        if (number(bad, objective.kind.time() ? MINUTES : REQUESTS) == null) {
            errors.add("bad", objective.kind.time() ? "Minutes such as 12 or 3.5" : "A whole number, such as 1,204");
        }
        if (!objective.kind.time() && number(total, REQUESTS) == null) {
            errors.add("total", "How many requests there were in all, such as 250,000");
        } else if (!objective.kind.time() && !errors.has("bad") && number(bad, REQUESTS).compareTo(number(total, REQUESTS)) > 0) {
            errors.add("total", "There cannot be fewer in all than bad ones");
        }
    }

    BudgetEntry entry(Objective objective, Viewer viewer) {
        var entry = new BudgetEntry();
        entry.objective = objective;
        entry.at = LocalTimes.parse(at, viewer.zone(), atSide);
        entry.bad = number(bad, objective.kind.time() ? MINUTES : REQUESTS);
        entry.total = objective.kind.time() ? null : number(total, REQUESTS).longValueExact();
        entry.reason = Typed.orNull(reason);
        return entry;
    }

    private static BigDecimal number(String typed, Pattern as) {
        if (typed == null || !as.matcher(typed.strip()).matches()) {
            return null;
        }
        return new BigDecimal(as == REQUESTS ? typed.replaceAll("\\D", "") : typed.strip().replace(',', '.'));
    }
}
