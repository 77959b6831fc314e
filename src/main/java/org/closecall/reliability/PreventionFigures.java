package org.closecall.reliability;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.metrics.Proportion;
import org.closecall.metrics.Remediations;
import org.closecall.metrics.TimeRange;
import org.closecall.occurrence.Told;
import org.closecall.prevention.PreventionFacts;
import org.closecall.prevention.PreventionFilter;
import org.closecall.prevention.PreventionKind;

/**
 * What is done so that less happens, for a scope. Of a scope only team, service and critical path narrow it.
 *
 * @param remediations runs of the period
 * @param remediationsTwelveMonths of the twelve months to its end; null where the period is as long
 * @param unattended incidents of the period that a remediation resolved and nobody had to help, as was reported, among
 *     those that are resolved
 * @param types runs by type over the time of the charts: the period, or where it is shorter the twelve months to its end
 * @param deployments by service, over the same time
 */
public record PreventionFigures(RemediationFigures remediations, RemediationFigures remediationsTwelveMonths, Share unattended, List<Type> types, CoverageFigures chaos, List<DeliveryFigures> deployments, @JsonIgnore List<Instant> runs) {

    public record Type(String name, RemediationFigures runs) {
    }

    static PreventionFigures of(Scope scope, Facts facts) {
        var longer = scope.orYear();
        var runs = kept("runs", facts, filter(longer), scope, PreventionFacts::runs);
        return new PreventionFigures(RemediationFigures.of(within(runs, scope.window())), longer == scope ? null : RemediationFigures.of(runs), unattended(scope, facts), types(runs), coverage(scope, facts),
                DeliveryFigures.of(kept("deployments", facts, filter(longer), scope, PreventionFacts::deployments), longer.window(), scope.now()),
                runs.stream().filter(run -> run.counted().outcome() != Remediations.Outcome.DRY_RUN).map(PreventionFacts.Run::at).toList());
    }

    /** Anything that ran or was deployed. */
    boolean any() {
        return remediations.runs() + remediations.dryRuns() + runs.size() + deployments.size() > 0;
    }

    private static List<PreventionFacts.Run> within(List<PreventionFacts.Run> runs, TimeRange window) {
        return runs.stream().filter(run -> window.contains(run.at())).toList();
    }

    /** Those that ran most first; types are told apart whatever their letters' case. */
    private static List<Type> types(List<PreventionFacts.Run> runs) {
        var byType = runs.stream().collect(Collectors.groupingBy(run -> run.type().toLowerCase(Locale.ROOT), TreeMap::new, Collectors.toList()));
        return byType.values().stream().map(same -> new Type(same.get(0).type(), RemediationFigures.of(same))).filter(type -> type.runs().runs() > 0)
                .sorted((one, other) -> Integer.compare(other.runs().runs(), one.runs().runs())).toList();
    }

    private static CoverageFigures coverage(Scope scope, Facts facts) {
        var everything = filter(scope);
        everything.from = null;
        everything.to = null;
        var paths = kept("paths", facts, everything, scope, (filter, zone) -> PreventionFacts.paths(id(scope, "service"), id(scope, "team"), id(scope, "path")));
        return CoverageFigures.of(paths, kept("experiments", facts, everything, scope, PreventionFacts::experiments), scope);
    }

    private static <T> List<T> kept(String what, Facts facts, PreventionFilter filter, Scope scope, BiFunction<PreventionFilter, ZoneId, List<T>> read) {
        return Kept.or(facts.asOf().of(Part.PREVENTION, Part.CATALOGUE), List.of(what, filter.query(), scope.zone()), () -> read.apply(filter, scope.zone()), List::size);
    }

    private static Share unattended(Scope scope, Facts facts) {
        var resolved = facts.within(scope.window()).begun(scope.now()).incidents().stream().filter(one -> !one.open()).map(IncidentFact::id).collect(Collectors.toSet());
        var healed = Mark.of(Basis.of(scope, facts)).stream().filter(one -> one.healed() && resolved.contains(one.id())).count();
        return Share.of(Proportion.wilson(healed, resolved.size(), Figures.CONFIDENCE));
    }

    private static Long id(Scope scope, String name) {
        return (Long) scope.which().parameters().get(name);
    }

    /** The scope as the lists of prevention read it. */
    private static PreventionFilter filter(Scope scope) {
        var filter = new PreventionFilter();
        filter.service = text(id(scope, "service"));
        filter.team = text(id(scope, "team"));
        filter.path = text(id(scope, "path"));
        filter.from = text(scope.period().from());
        filter.to = text(scope.period().to());
        return filter;
    }

    /** The list of exactly these; first is a filter of its own, such as outcome=FAILED. */
    static String list(PreventionKind kind, Scope scope, String first) {
        var query = filter(scope).query();
        return kind.address() + Stream.of(first, query.isEmpty() ? "" : query.substring(1)).filter(part -> !part.isEmpty()).collect(Collectors.joining("&", "?", "")).replaceFirst("^\\?$", "");
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    /** What must be said where the scope narrows by something else. */
    static String foot(Scope scope) {
        var narrowed = scope.which().parameters().keySet().stream().anyMatch(name -> !List.of("team", "service", "path").contains(name));
        return narrowed ? "Of this scope only team, service and critical path narrow this." : null;
    }
}
