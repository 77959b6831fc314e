package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.closecall.metrics.ChaosCoverage.Experiment;
import org.closecall.metrics.ChaosCoverage.State;
import org.closecall.metrics.Remediations.Outcome;
import org.closecall.metrics.Remediations.Run;
import org.junit.jupiter.api.Test;

class PreventionLawsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration FRESH = Duration.ofDays(90);
    private static final List<String> PATHS = List.of("pay", "find", "sign in");

    @Test
    void everyRunIsInExactlyOnePart() {
        var random = new Random(6);
        for (var round = 0; round < 200; round++) {
            var runs = runs(random, random.nextInt(40));
            var counted = Remediations.of(runs, 30);
            assertEquals(runs.size(), counted.triggered() + counted.dryRuns() + counted.duplicates());
            assertEquals(counted.triggered(), counted.succeeded() + counted.relapsed() + counted.failed());
            assertEquals(counted.triggered() == 0, counted.success(0.95).point() == null);
        }
    }

    @Test
    void aReportSentAgainChangesNothingButTheDuplicates() {
        var random = new Random(7);
        for (var round = 0; round < 100; round++) {
            var once = runs(random, 20).stream().filter(run -> run.key() != null).toList();
            var twice = new ArrayList<>(once);
            twice.addAll(once);
            var counted = Remediations.of(once, 30);
            var again = Remediations.of(twice, 30);
            assertEquals(counted.duplicates() + once.size(), again.duplicates());
            assertEquals(List.of(counted.triggered(), counted.succeeded(), counted.dryRuns()), List.of(again.triggered(), again.succeeded(), again.dryRuns()));
        }
    }

    @Test
    void aLongerWindowNeverMakesMoreSuccesses() {
        var runs = runs(new Random(8), 300);
        var before = Remediations.of(runs, 0);
        for (var window = 1; window < 120; window++) {
            var now = Remediations.of(runs, window);
            assertTrue(now.succeeded() <= before.succeeded() && now.triggered() == before.triggered());
            before = now;
        }
        assertTrue(before.relapsed() > 0);
        assertTrue(new Run(null, Outcome.SUCCEEDED, 30.0).relapsed(30));
        assertFalse(new Run(null, Outcome.FAILED, 1.0).relapsed(30), "what failed has not relapsed");
        assertThrows(IllegalArgumentException.class, () -> Remediations.of(runs, -1));
        assertThrows(IllegalArgumentException.class, () -> new Run(1, Outcome.FAILED, -0.1));
    }

    @Test
    void whatWasNotInjectedOrNotLookedAtProvesNothing() {
        assertEquals(ExperimentVerdict.NOT_RUN, ExperimentVerdict.of(false, 6, 0, 0));
        assertEquals(ExperimentVerdict.NO_OBSERVATIONS, ExperimentVerdict.of(true, 0, 0, 3));
        assertEquals(ExperimentVerdict.HYPOTHESIS_HELD, ExperimentVerdict.of(true, 3, 1, 1));
        assertEquals(ExperimentVerdict.REFUTED, ExperimentVerdict.of(true, 3, 3, 2));
        assertThrows(IllegalArgumentException.class, () -> ExperimentVerdict.of(true, 1, 2, 0));
    }

    @Test
    void everyPathStandsSomewhereAndTheOrderOfExperimentsDoesNotMatter() {
        var random = new Random(9);
        for (var round = 0; round < 200; round++) {
            var experiments = experiments(random, random.nextInt(15));
            var coverage = ChaosCoverage.of(PATHS, experiments, NOW, FRESH);
            assertEquals(3, coverage.exercised() + coverage.count(State.STALE) + coverage.count(State.NEVER));
            assertTrue(coverage.count(State.VALIDATED) <= coverage.exercised());
            Collections.shuffle(experiments, random);
            assertEquals(coverage, ChaosCoverage.of(PATHS, experiments, NOW, FRESH));
            for (var path : PATHS) {
                var best = coverage.matrix().get(path).values().stream().map(one -> one.state()).min(State::compareTo).orElse(State.NEVER);
                assertEquals(coverage.paths().get(path).state(), best, "a path stands where its best mode stands");
            }
        }
    }

    @Test
    void anExperimentMoreNeverTakesCoverageAwayAndTimeNeverAddsAny() {
        var random = new Random(10);
        for (var round = 0; round < 200; round++) {
            var experiments = experiments(random, 1 + random.nextInt(12));
            var all = ChaosCoverage.of(PATHS, experiments, NOW, FRESH);
            var fewer = ChaosCoverage.of(PATHS, experiments.subList(1, experiments.size()), NOW, FRESH);
            assertTrue(fewer.exercised() <= all.exercised() && fewer.count(State.VALIDATED) <= all.count(State.VALIDATED));
            var later = ChaosCoverage.of(PATHS, experiments, NOW.plus(Duration.ofDays(30)), FRESH);
            assertTrue(later.count(State.VALIDATED) <= all.count(State.VALIDATED));
        }
    }

    @Test
    void withoutPathsThereIsNoCoverage() {
        var none = ChaosCoverage.of(List.<String>of(), experiments(new Random(1), 5), NOW, FRESH);
        assertNull(none.validatedFraction());
        assertNull(none.exercisedFraction());
        var ahead = new Experiment<>("pay", "kill", NOW.plusSeconds(1), ExperimentVerdict.HYPOTHESIS_HELD, true);
        assertEquals(State.NEVER, ChaosCoverage.of(PATHS, List.of(ahead), NOW, FRESH).paths().get("pay").state());
        var unseen = new Experiment<>("pay", "kill", NOW, ExperimentVerdict.HYPOTHESIS_HELD, null);
        assertEquals(State.EXERCISED, ChaosCoverage.of(PATHS, List.of(unseen), NOW, FRESH).paths().get("pay").state());
    }

    @Test
    void nothingDeployedIsNoRate() {
        var none = Dora.of(List.of(), 90, 0.95);
        assertNull(none.frequency().value());
        assertNull(none.changeFail().point());
        assertNull(none.recovery().value());
        var random = new Random(11);
        for (var round = 0; round < 100; round++) {
            var deployments = IntStream.rangeClosed(0, random.nextInt(60)).mapToObj(i -> deployment(random)).toList();
            var dora = Dora.of(deployments, 90, 0.95);
            assertTrue(dora.frequency().interval().contains(dora.frequency().value()));
            assertTrue(dora.changeFail().interval().contains(dora.changeFail().point()));
            assertEquals(dora.changeFail().successes(), dora.recovery().n());
            var twice = Dora.of(deployments, 180, 0.95).frequency();
            assertEquals(dora.frequency().value() / 2, twice.value(), 1e-12);
            assertNotNull(dora.rework().point());
        }
    }

    private static Dora.Deployment deployment(Random random) {
        var failed = random.nextInt(4) == 0;
        return new Dora.Deployment(failed, random.nextInt(5) == 0, failed ? new Observation(random.nextInt(300), random.nextInt(5) > 0) : null);
    }

    private static List<Run> runs(Random random, int many) {
        return IntStream.range(0, many).mapToObj(i -> new Run(random.nextInt(5) == 0 ? null : random.nextInt(30), Outcome.values()[random.nextInt(3)],
                random.nextBoolean() ? null : (double) random.nextInt(90))).toList();
    }

    private static List<Experiment<String>> experiments(Random random, int many) {
        var experiments = new ArrayList<Experiment<String>>();
        for (var i = 0; i < many; i++) {
            var checks = random.nextInt(4);
            experiments.add(new Experiment<>(PATHS.get(random.nextInt(3)), random.nextBoolean() ? "kill" : "delay", NOW.minus(Duration.ofDays(random.nextInt(200))),
                    ExperimentVerdict.of(random.nextInt(4) > 0, checks, random.nextInt(checks + 1), random.nextInt(2)), random.nextInt(4) > 0));
        }
        return experiments;
    }
}
