package org.closecall.reliability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.closecall.metrics.ChaosCoverage;
import org.closecall.prevention.PreventionFacts;

/**
 * Which critical paths of the scope chaos experiments have covered. It is a census, so it has no interval; the fractions
 * are null where no path is defined.
 *
 * @param until the end of the period, or now: experiments of the ninety days before count as fresh
 * @param exercised put to the test in those days, validated ones among them
 * @param validated put to the test, the hypothesis held, and the system recovered
 * @param stale nothing fresh, and the last valid experiment is older
 * @param never nothing fresh, and never a valid one
 * @param modes failure modes that were ever tried
 */
public record CoverageFigures(Instant until, int critical, int exercised, int validated, int stale, int never, Double validatedFraction, Double exercisedFraction, List<String> modes, List<Path> paths) {

    /**
     * @param fresh experiments of these days that exercised it
     * @param modes where it stands for each of the modes, in their order
     */
    public record Path(long id, String name, long fresh, ChaosCoverage.Standing standing, List<ChaosCoverage.Standing> modes) {
    }

    /** The first of the ninety days that end with a day. */
    static LocalDate since(LocalDate last) {
        return last.minusDays(ChaosCoverage.USUAL_FRESHNESS.toDays() - 1);
    }

    static CoverageFigures of(List<PreventionFacts.Path> paths, List<ChaosCoverage.Experiment<Long>> experiments, Scope scope) {
        var until = scope.window().until(scope.now()).end();
        var since = since(scope.period().last(scope.today())).atStartOfDay(scope.zone()).toInstant();
        var names = paths.stream().collect(Collectors.toMap(PreventionFacts.Path::id, PreventionFacts.Path::name));
        var coverage = ChaosCoverage.of(paths.stream().map(PreventionFacts.Path::id).toList(), experiments.stream().filter(one -> one.at().isBefore(until)).toList(), until, Duration.between(since, until));
        return new CoverageFigures(until, coverage.critical(), coverage.exercised(), coverage.count(ChaosCoverage.State.VALIDATED), coverage.count(ChaosCoverage.State.STALE), coverage.count(ChaosCoverage.State.NEVER),
                coverage.validatedFraction(), coverage.exercisedFraction(), coverage.modes(),
                coverage.paths().entrySet().stream().map(path -> new Path(path.getKey(), names.get(path.getKey()), fresh(experiments, path.getKey(), since, until), path.getValue(), List.copyOf(coverage.matrix().get(path.getKey()).values()))).toList());
    }

    private static long fresh(List<ChaosCoverage.Experiment<Long>> experiments, long path, Instant since, Instant until) {
        return experiments.stream().filter(one -> one.path() == path && one.verdict().exercised() && !one.at().isBefore(since) && one.at().isBefore(until)).count();
    }
}
