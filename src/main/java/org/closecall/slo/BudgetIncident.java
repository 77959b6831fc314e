package org.closecall.slo;

import io.quarkus.qute.TemplateData;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.closecall.metrics.BadTime;
import org.closecall.metrics.TimeRange;

/**
 * What one incident took of one window's budget.
 *
 * @param bad the part of its impact in the window with the share of users; null where minutes were given by hand, or nothing can be computed
 * @param at when it began, as far as is known
 * @param minutes bad minutes in the window by itself, overlaps with others not looked at; null where nothing can be computed
 * @param how what the minutes rest on
 * @param trouble why there are none; null otherwise
 */
@TemplateData
public record BudgetIncident(long number, String title, String severity, BadTime bad, Instant at, Double minutes, String how, String trouble) {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** Null for what has no part in the window. */
    static BudgetIncident of(Impact impact, BudgetWindow window) {
        if (impact.badMinutes() != null) {
            return byHand(impact, window);
        }
        var trouble = impact.trouble(window.until());
        if (trouble != null) {
            return window.passed().contains(impact.occurredAt()) ? new BudgetIncident(impact.number(), impact.title(), impact.severity(), null, impact.occurredAt(), null, null, trouble) : null;
        }
        var until = impact.open() ? window.until() : impact.end();
        var inside = new TimeRange(impact.begin(), until).within(window.passed());
        var bad = new BadTime(inside, share(impact).movePointLeft(2).doubleValue());
        return inside.hours() == 0 ? null : new BudgetIncident(impact.number(), impact.title(), impact.severity(), bad, inside.start(), bad.minutes(), how(impact, window, inside), null);
    }

    /** They count where the incident began, however long it lasted: nobody said how they were spread. */
    private static BudgetIncident byHand(Impact impact, BudgetWindow window) {
        var at = impact.begin() == null ? impact.occurredAt() : impact.begin();
        return !window.passed().contains(at) ? null
                : new BudgetIncident(impact.number(), impact.title(), impact.severity(), null, at, impact.badMinutes().doubleValue(), "by hand: " + impact.reason(), null);
    }

    private static BigDecimal share(Impact impact) {
        return impact.share() != null ? impact.share() : impact.customersShare() != null ? impact.customersShare() : ALL;
    }

    private static String how(Impact impact, BudgetWindow window, TimeRange inside) {
        var words = new ArrayList<>(List.of(Amounts.minutes(inside.hours() * 60) + " × " + (impact.share() != null ? percent(impact.share()) + " of users, said for this objective"
                : impact.customersShare() != null ? percent(impact.customersShare()) + " of users, from its record" : "all users, assumed")));
        if (impact.beginAssumed()) {
            words.add("from its detection on: when the impact began is unknown");
        }
        if (impact.endAssumed()) {
            words.add("until it was resolved: no time of mitigation is recorded");
        }
        if (impact.open()) {
            words.add("still going on");
        }
        if (!window.whole().contains(impact.begin())) {
            words.add("began before this window");
        }
        return String.join("; ", words);
    }

    private static String percent(BigDecimal share) {
        return IncidentShare.text(share) + "\u00a0%";
    }

    public boolean counted() {
        return minutes != null;
    }

    public String minutesText() {
        return minutes == null ? "not counted" : Amounts.minutes(minutes);
    }
}
