package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogRankTest {

    @Test
    void expectedAndObservedAddUpAndSidesCanBeSwapped() {
        var random = new Random(1);
        for (var round = 0; round < 300; round++) {
            List<Observation> x = sample(random, 20, 100), y = sample(random, 30, 60);
            LogRank one = LogRank.of(x, y, 0.95), other = LogRank.of(y, x, 0.95);
            assertEquals(one.observedBefore() + one.observedAfter(), one.expectedBefore() + one.expectedAfter(), 1e-9);
            assertEquals(one.chiSquared(), other.chiSquared(), 1e-9);
            assertEquals(1 / one.hazardRatio(), other.hazardRatio(), 1e-9 * other.hazardRatio());
            assertEquals(1 / one.interval().lower(), other.interval().upper(), 1e-9 * other.interval().upper());
            assertTrue(one.interval().contains(one.hazardRatio()));
            assertEquals(one.p() < 0.05, !one.interval().contains(1), () -> "" + one);
        }
    }

    @Test
    void onlyTheOrderOfTimesMatters() {
        var random = new Random(2);
        List<Observation> x = sample(random, 25, 100), y = sample(random, 25, 100);
        var plain = LogRank.of(x, y, 0.95);
        var warped = LogRank.of(warped(x), warped(y), 0.95);
        assertEquals(plain.chiSquared(), warped.chiSquared(), 1e-9);
        Collections.shuffle(x, random);
        assertEquals(plain, LogRank.of(x, y, 0.95));
    }

    private static List<Observation> warped(List<Observation> observations) {
        return observations.stream().map(one -> new Observation(one.time() * one.time(), one.event())).toList();
    }

    @Test
    void whereNothingTellsThemApartThereIsNoTest() {
        var open = Collections.nCopies(5, new Observation(3, false));
        assertNull(LogRank.of(open, open, 0.95).p());
        assertNull(LogRank.of(List.of(), List.of(new Observation(1, true)), 0.95).chiSquared());
    }

    @Test
    void theTestFollowsWhetherAnyIsOpen() {
        var over = Collections.nCopies(6, new Observation(60, true));
        var quick = Collections.nCopies(6, new Observation(10, true));
        var complete = DurationComparison.of(over, quick, 0.95);
        assertTrue(complete.ranks().isPresent() && complete.logRank().isEmpty());
        assertEquals(Verdict.EVIDENCE_IMPROVING, complete.verdict());
        assertEquals(Verdict.EVIDENCE_WORSENING, DurationComparison.of(quick, over, 0.95).verdict());
        var open = new ArrayList<>(over);
        open.add(new Observation(90, false));
        var censored = DurationComparison.of(open, quick, 0.95);
        assertTrue(censored.ranks().isEmpty() && censored.logRank().isPresent());
        assertEquals(Verdict.EVIDENCE_IMPROVING, censored.verdict());
        assertEquals(Verdict.EVIDENCE_WORSENING, DurationComparison.of(quick, open, 0.95).verdict());
        assertEquals(Verdict.TOO_FEW_EVENTS, DurationComparison.of(open, quick.subList(0, 4), 0.95).verdict());
    }

    private static List<Observation> sample(Random random, int n, double mean) {
        var observations = new ArrayList<Observation>();
        for (var i = 0; i < n; i++) {
            observations.add(new Observation(Math.ceil(-mean * Math.log(1 - random.nextDouble())), random.nextInt(5) > 0));
        }
        return observations;
    }
}
