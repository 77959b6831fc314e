package org.closecall.slo;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Occurrence;
import org.closecall.web.Viewer;

/**
 * That an incident took more than a fifth of an error budget, or had a part in one that was spent: then its review is the place
 * to speak of the policy. Said of each window in which its impact lay.
 *
 * @param share the part of the whole budget it took by itself
 */
@TemplateData
public record BudgetMark(Budget budget, String taken, double share) {

    /** "One incident > 20 % of a four-week budget requires a postmortem" is the usual policy. */
    private static final double MUCH = 0.2;

    @TemplateExtension
    static List<BudgetMark> budgetMarks(Occurrence occurrence, Viewer viewer) {
        if (occurrence.kind != Kind.INCIDENT || occurrence.removed() || occurrence.drill || occurrence.impactStarted.none()) {
            return List.of();
        }
        var objectives = Objective.of(occurrence.services);
        if (objectives.isEmpty()) {
            return List.of();
        }
        var zone = viewer.organisation().zone();
        var end = end(occurrence, viewer.now());
        var earlier = Stream.of(WindowKind.MONTH, WindowKind.QUARTER).flatMap(kind -> marks(occurrence, objectives.stream().filter(one -> one.windowKind == kind).toList(), before(occurrence, kind, end, zone), zone));
        return Stream.concat(earlier, marks(occurrence, objectives, end, zone)).toList();
    }

    /** As its impact ended. */
    private static Instant end(Occurrence occurrence, Instant now) {
        var end = Stream.of(occurrence.mitigated, occurrence.resolved).filter(Moment::known).map(Moment::at).findFirst().orElse(now);
        return (end.isAfter(now) ? now : end).plusNanos(1000);
    }

    /** The end of the calendar window in which its impact began, when that was an earlier one; null otherwise. */
    private static Instant before(Occurrence occurrence, WindowKind kind, Instant end, ZoneId zone) {
        var first = occurrence.impactStarted.known() ? BudgetWindow.of(kind, null, occurrence.impactStarted.at().plusNanos(1000), zone).whole().end() : end;
        return first.isBefore(end) ? first : null;
    }

    private static Stream<BudgetMark> marks(Occurrence occurrence, List<Objective> objectives, Instant at, ZoneId zone) {
        return at == null ? Stream.empty() : Budgets.of(objectives, at, zone).stream().map(budget -> of(budget, occurrence)).filter(Objects::nonNull);
    }

    /** Null where it took little and there is some left. */
    private static BudgetMark of(Budget budget, Occurrence occurrence) {
        if (!budget.known()) {
            return null;
        }
        var taken = budget.objective().kind.time() ? minutes(budget, occurrence) : requests(budget, occurrence);
        var share = taken / budget.budget().allowed();
        return taken > 0 && (share > MUCH || budget.spent()) ? new BudgetMark(budget, Amounts.percent(share), share) : null;
    }

    private static double minutes(Budget budget, Occurrence occurrence) {
        return budget.incidents().stream().filter(one -> one.number() == occurrence.number && one.counted()).mapToDouble(BudgetIncident::minutes).sum();
    }

    private static double requests(Budget budget, Occurrence occurrence) {
        return Traffic.during(budget.objective(), List.of(occurrence.number), budget.window().passed()).stream().mapToDouble(Traffic.During::bad).sum();
    }

    /** Whether it says that this window's budget was gone. */
    public boolean spent() {
        return budget.spent();
    }

    public boolean much() {
        return share > MUCH;
    }
}
