package org.closecall.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which critical paths chaos experiments have covered lately. It is a census of an explicit list, so it has no
 * interval; without a list there is no coverage, neither 0 nor 100 %.
 *
 * <p>Source: definition of this product (METRICS 10); none was found elsewhere.
 *
 * @param <P> a critical path
 * @param paths where each path stands, in the order given
 * @param modes failure modes that were ever tried, in alphabetical order
 * @param matrix where each path stands for each of the modes; a mode never tried on a path is NEVER
 */
public record ChaosCoverage<P>(Map<P, Standing> paths, List<String> modes, Map<P, Map<String, Standing>> matrix) {
    /** How long an experiment counts unless said otherwise. */
    public static final Duration USUAL_FRESHNESS = Duration.ofDays(90);

    public enum State {
        /** Fresh: a fault was injected, the hypothesis held, and the system recovered. */
        VALIDATED,
        /** Fresh: a fault was injected and checks were made, but no fresh experiment is valid. */
        EXERCISED,
        /** Nothing fresh; the last valid experiment is older. */
        STALE,
        /** Nothing fresh, and there never was a valid experiment. */
        NEVER
    }

    /**
     * One experiment.
     *
     * @param mode the failure that was tried, such as "network partition"
     * @param at when it ended, or began while it has not
     * @param recovered null, like false, is no recovery anybody saw
     */
    public record Experiment<P>(P path, String mode, Instant at, ExperimentVerdict verdict, Boolean recovered) {
        /** The hypothesis held and the system came back by itself or by rolling back. */
        public boolean valid() {
            return verdict == ExperimentVerdict.HYPOTHESIS_HELD && Boolean.TRUE.equals(recovered);
        }
    }

    /**
     * Where something stands.
     *
     * @param lastValid when the last valid experiment was, null: never
     * @param lastExercised when a fault was last injected and checked, null: never
     * @param refutedSince whether the last experiment that exercised it refuted its hypothesis
     */
    public record Standing(State state, Instant lastValid, Instant lastExercised, boolean refutedSince) {
        static Standing of(List<? extends Experiment<?>> experiments, Instant since) {
            var exercised = last(experiments, one -> one.verdict().exercised());
            var valid = last(experiments, Experiment::valid);
            var refuted = last(experiments, one -> one.verdict() == ExperimentVerdict.REFUTED);
            return new Standing(state(valid, exercised, since), valid, exercised, refuted != null && refuted.equals(exercised));
        }

        private static State state(Instant valid, Instant exercised, Instant since) {
            if (exercised != null && !exercised.isBefore(since)) {
                return valid != null && !valid.isBefore(since) ? State.VALIDATED : State.EXERCISED;
            }
            return valid == null ? State.NEVER : State.STALE;
        }

        private static Instant last(List<? extends Experiment<?>> experiments, Predicate<Experiment<?>> which) {
            return experiments.stream().filter(which).map(Experiment::at).max(Instant::compareTo).orElse(null);
        }
    }

    /** Experiments after now, and those on paths that are not in the list, count for nothing. freshness counts its first moment. */
    public static <P> ChaosCoverage<P> of(Collection<P> paths, Collection<Experiment<P>> experiments, Instant now, Duration freshness) {
        var done = experiments.stream().filter(one -> !one.at().isAfter(now) && paths.contains(one.path())).toList();
        var byPath = done.stream().collect(Collectors.groupingBy(Experiment::path));
        var modes = done.stream().filter(one -> one.verdict().exercised()).map(Experiment::mode).distinct().sorted().toList();
        var standings = new LinkedHashMap<P, Standing>();
        var matrix = new LinkedHashMap<P, Map<String, Standing>>();
        for (var path : paths) {
            var own = byPath.getOrDefault(path, List.of());
            standings.put(path, Standing.of(own, now.minus(freshness)));
            matrix.put(path, byMode(own, modes, now.minus(freshness)));
        }
        return new ChaosCoverage<>(standings, modes, matrix);
    }

    private static <P> Map<String, Standing> byMode(List<Experiment<P>> experiments, List<String> modes, Instant since) {
        var row = new LinkedHashMap<String, Standing>();
        modes.forEach(mode -> row.put(mode, Standing.of(experiments.stream().filter(one -> one.mode().equals(mode)).toList(), since)));
        return row;
    }

    public int critical() {
        return paths.size();
    }

    public int count(State state) {
        return (int) paths.values().stream().filter(one -> one.state() == state).count();
    }

    /** Put to the test lately, whatever came of it: validated ones are among them. */
    public int exercised() {
        return count(State.VALIDATED) + count(State.EXERCISED);
    }

    /** Of all critical paths, 0 to 1; null without any. */
    public Double validatedFraction() {
        return critical() == 0 ? null : (double) count(State.VALIDATED) / critical();
    }

    /** Of all critical paths, 0 to 1; null without any. */
    public Double exercisedFraction() {
        return critical() == 0 ? null : (double) exercised() / critical();
    }
}
