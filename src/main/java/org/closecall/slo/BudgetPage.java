package org.closecall.slo;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.closecall.occurrence.Occurrence;
import org.closecall.reliability.Chart;
import org.closecall.web.Formats;
import org.closecall.web.Viewer;

/**
 * All that the page of an objective shows of its budget.
 *
 * @param during what incidents cost a request-based objective, by the samples
 * @param latest the end of the latest sample; null without any lately
 */
@TemplateData
public record BudgetPage(Budget budget, Chart course, List<BudgetDuring> during, List<BurnRateAlert> alerts, List<PairRow> pairs, Instant latest) {

    private static final int ALERTS = 20;

    /** An incident and the bad requests while it lasted. */
    @TemplateData
    public record BudgetDuring(long number, String title, String bad, String part) {
    }

    static BudgetPage of(Objective objective, Viewer viewer) {
        var zone = viewer.organisation().zone();
        var budget = Budgets.of(List.of(objective), viewer.now(), zone).get(0);
        var course = BudgetCharts.course(budget, zone);
        if (objective.kind.time()) {
            return new BudgetPage(budget, course, List.of(), List.of(), List.of(), null);
        }
        var latest = SliSamples.latest(objective, viewer.now());
        var standing = BurnRateAlert.standing(objective).stream().map(alert -> alert.pair).toList();
        var pairs = latest == null ? List.<PairRow>of() : BurnWatch.look(objective, latest, zone).stream().map(look -> PairRow.of(look, objective.fraction(), standing.contains(look.pair()))).toList();
        return new BudgetPage(budget, course, during(budget), BurnRateAlert.latest(objective, ALERTS), pairs, latest);
    }

    /** How an incident counts, wherever in time it lies; null where it has no part. */
    static BudgetIncident incident(Objective objective, Occurrence occurrence, Viewer viewer) {
        var impact = Impact.of(List.of(objective), occurrence.occurredAt, viewer.now().plusNanos(1000)).getOrDefault(objective.id, List.of()).stream()
                .filter(one -> one.number() == occurrence.number).findFirst().orElse(null);
        var days = (int) Duration.between(occurrence.occurredAt, viewer.now()).toDays() + 2;
        return impact == null ? null : BudgetIncident.of(impact, BudgetWindow.of(WindowKind.ROLLING, days, viewer.now(), viewer.organisation().zone()));
    }

    private static List<BudgetDuring> during(Budget budget) {
        var passed = budget.window().passed();
        var impacts = Impact.of(List.of(budget.objective()), passed.start(), passed.end()).getOrDefault(budget.objective().id, List.of());
        var numbers = impacts.stream().filter(impact -> impact.trouble(passed.end()) == null).map(Impact::number).toList();
        return Traffic.during(budget.objective(), numbers, passed).stream().map(one -> new BudgetDuring(one.number(), one.title(), Amounts.requests(one.bad()) + " of " + Formats.grouped(one.total()),
                budget.known() ? Amounts.percent(one.bad() / budget.budget().allowed()) : "–")).toList();
    }

    /** What an alert fills in a report with. */
    public String report(BurnRateAlert alert, String kind) {
        return "/report?kind=" + kind + "&service=" + budget.objective().service.id + "&detection=MONITORING_ALERT&narrative=" + Formats.urlEncoded(alert.words() + ".");
    }
}
