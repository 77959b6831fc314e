package org.closecall.slo;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.closecall.metrics.BadTime;
import org.closecall.metrics.BurnRate;
import org.closecall.metrics.ErrorBudget;
import org.closecall.metrics.TimeRange;
import org.closecall.web.Formats;

/**
 * One objective's budget in one window.
 *
 * @param since where observation begins: the service's first day, or its first sample; null where nothing was observed
 * @param budget null where there is no data
 * @param incidents those with a part in it, of a time-based objective
 * @param good good requests of all in the window; 0 of a time-based objective
 */
@TemplateData
public record Budget(Objective objective, BudgetWindow window, Instant since, ErrorBudget budget, List<BudgetIncident> incidents, List<BudgetEntry> entries, double good, double total) {

    private static final double LITTLE = 0.8;
    private static final int SHOWN = 100;

    static Budget ofTime(Objective objective, BudgetWindow window, Instant since, List<Impact> impacts, List<BudgetEntry> entries) {
        var incidents = impacts.stream().map(impact -> BudgetIncident.of(impact, window)).filter(Objects::nonNull).toList();
        var bad = BadTime.minutes(incidents.stream().map(BudgetIncident::bad).filter(Objects::nonNull).toList())
                + incidents.stream().filter(one -> one.bad() == null && one.counted()).mapToDouble(BudgetIncident::minutes).sum() + sum(entries);
        var observed = window.observed(since).hours() * 60;
        var budget = observed == 0 && bad == 0 ? null : ErrorBudget.ofTime(objective.fraction(), window.minutes(), observed, bad);
        return new Budget(objective, window, since, budget, incidents, entries, 0, 0);
    }

    static Budget ofRequests(Objective objective, BudgetWindow window, Traffic traffic, List<BudgetEntry> entries) {
        var total = traffic.total() + entries.stream().mapToDouble(entry -> entry.total).sum();
        var bad = traffic.total() - traffic.good() + sum(entries);
        var first = entries.stream().map(entry -> entry.at).findFirst().filter(at -> traffic.first() == null || at.isBefore(traffic.first())).orElse(traffic.first());
        var observed = window.observed(first).hours() / window.whole().hours();
        return new Budget(objective, window, first, ErrorBudget.ofRequests(objective.fraction(), bad, total, observed).orElse(null), List.of(), entries, total - bad, total);
    }

    private static double sum(List<BudgetEntry> entries) {
        return entries.stream().mapToDouble(entry -> entry.bad.doubleValue()).sum();
    }

    public boolean known() {
        return budget != null && !objective.withoutBudget();
    }

    /** no data, no budget, spent, little left, within budget */
    public String state() {
        if (objective.withoutBudget()) {
            return "no budget";
        } else if (budget == null) {
            return "no data";
        }
        return budget.exhausted() ? "spent" : budget.consumed() > LITTLE ? "little left" : "within budget";
    }

    public boolean spent() {
        return known() && budget.exhausted();
    }

    public boolean littleLeft() {
        return known() && !budget.exhausted() && budget.consumed() > LITTLE;
    }

    /** Null where nothing can be said, as in all of these. */
    public Double consumed() {
        return known() ? budget.consumed() : null;
    }

    public Double remaining() {
        return known() ? budget.remaining() : null;
    }

    public Double burnRate() {
        return known() ? budget.burnRate() : null;
    }

    public String consumedText() {
        return consumed() == null ? "–" : Amounts.percent(consumed());
    }

    /** −3.8 min (−9 %) */
    public String remainingText() {
        return remaining() == null ? "–" : amount(remaining()) + " (" + Amounts.left(consumed()) + ")";
    }

    public String burnText() {
        return burnRate() == null ? "–" : Amounts.rate(burnRate());
    }

    /** 43.2 min */
    public String allowedText() {
        return budget == null ? "–" : amount(budget.allowed());
    }

    public String badText() {
        return budget == null ? "–" : amount(budget.bad());
    }

    public String windowLabel() {
        return window.label();
    }

    public String windowLength() {
        return window.length();
    }

    public String totalText() {
        return Formats.grouped(Math.round(total));
    }

    /** Says what a single bad request would do; empty otherwise. */
    public boolean tooLittleTraffic() {
        return !objective.kind.time() && BurnRate.tooLittleTraffic(objective.fraction(), total);
    }

    public boolean partial() {
        return budget != null && budget.observedShare() < 0.9995;
    }

    /** How much of the window this rests on: 10 days of 30 days. */
    public String observedText() {
        var seen = window.observed(since);
        return budget == null || since == null ? "nothing" : Formats.human(Duration.between(seen.start(), seen.end())) + (partial() ? " of " + window.length() : "");
    }

    /** What becomes of what is left if it goes on like this. */
    public String lastsText() {
        if (!known() || budget.burnRate() == null) {
            return "–";
        } else if (budget.exhausted()) {
            return "spent";
        } else if (budget.lasts() == null) {
            return "nothing was spent";
        }
        var left = budget.lasts() * window.whole().hours() * 60;
        var rest = new TimeRange(window.until(), window.whole().end()).hours() * 60;
        return "what is left lasts " + Amounts.minutes(left) + (window.kind() != WindowKind.ROLLING && left > rest ? ", longer than the window" : "");
    }

    /** Which part of the whole budget an incident took by itself: 34 %. */
    public String partOf(BudgetIncident incident) {
        return known() && incident.counted() ? Amounts.percent(incident.minutes() / budget.allowed()) : "–";
    }

    /** What took most first, and what is not counted last; as many as one can look through. */
    public List<BudgetIncident> greatest() {
        return incidents.stream().sorted(Comparator.comparing(BudgetIncident::minutes, Comparator.nullsFirst(Comparator.naturalOrder())).reversed()).limit(SHOWN).toList();
    }

    public int others() {
        return Math.max(0, incidents.size() - SHOWN);
    }

    /** Whether the incidents' own minutes are more than together. */
    public boolean overlap() {
        return budget != null && incidents.stream().filter(BudgetIncident::counted).mapToDouble(BudgetIncident::minutes).sum() + sum(entries) > budget.bad() + 1e-6;
    }

    private String amount(double number) {
        return objective.kind.time() ? Amounts.minutes(number) : Amounts.requests(number);
    }
}
