package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendLawsTest {
    private static final List<Function<EventTimes, Optional<TrendTest>>> TESTS = List.of(Laplace::test,
            MilitaryHandbook::test, ReverseArrangements::test, Laplace::lewisRobinson, PermutationLaplace::test);

    private final Random random = new Random(61);

    @Test
    void theUnitOfTimeDoesNotMatter() {
        for (var round = 0; round < 60; round++) {
            var events = atRandom(1 + random.nextInt(40));
            var scale = Math.pow(2, random.nextInt(40) - 20);
            var scaled = EventTimes.within(events.window() * scale, times(events, time -> time * scale));
            for (var test : TESTS) {
                assertEquals(test.apply(events).isPresent(), test.apply(scaled).isPresent());
                test.apply(events).ifPresent(one -> {
                    var other = test.apply(scaled).orElseThrow();
                    assertEquals(one.statistic(), other.statistic(), 1e-9);
                    // the sample of orders is another one
                    assertEquals(one.p(), other.p(), one.method() == TrendTest.Method.PERMUTATION_LAPLACE ? 0.03 : 1e-9);
                });
            }
        }
    }

    @Test
    void aHistoryRunBackwardsHasTheOppositeTrend() {
        for (var round = 0; round < 100; round++) {
            var events = atRandom(1 + random.nextInt(40));
            var forth = Laplace.test(events).orElseThrow();
            var back = Laplace.test(events.reversed()).orElseThrow();
            assertEquals(-forth.statistic(), back.statistic(), 1e-9);
            assertEquals(forth.p(), back.p(), 1e-9);
            assertEquals(1, forth.improving() + back.improving(), 1e-9);
        }
    }

    @Test
    void gapsInReverseOrderHaveTheOppositeTrend() {
        for (var round = 0; round < 50; round++) {
            var gaps = atRandom(2 + random.nextInt(6)).gaps();
            var turned = IntStream.range(0, gaps.length).mapToDouble(i -> gaps[gaps.length - 1 - i]).toArray();
            assertEquals(gaps.length * (gaps.length - 1) / 2,
                    ReverseArrangements.count(gaps) + ReverseArrangements.count(turned));
            var forth = PermutationLaplace.test(EventTimes.ofGaps(gaps)).orElseThrow();
            var back = PermutationLaplace.test(EventTimes.ofGaps(turned)).orElseThrow();
            assertEquals(-forth.statistic(), back.statistic(), 1e-9);
            assertEquals(forth.p(), back.p(), 1e-12);
        }
    }

    @Test
    void anEventThatComesLaterPointsTowardsWorse() {
        for (var round = 0; round < 100; round++) {
            var events = atRandom(2 + random.nextInt(30));
            var moved = random.nextInt(events.n());
            var later = EventTimes.within(events.window(), IntStream.range(0, events.n()).mapToDouble(i ->
                    i == moved ? (events.times()[i] + events.window()) / 2 : events.times()[i]).toArray());
            assertTrue(Laplace.test(later).orElseThrow().statistic() > Laplace.test(events).orElseThrow().statistic());
            assertTrue(MilitaryHandbook.test(later).orElseThrow().statistic()
                    < MilitaryHandbook.test(events).orElseThrow().statistic());
            assertTrue(PowerLaw.of(later).map(PowerLaw::beta).orElse(9e9)
                    >= PowerLaw.of(events).map(PowerLaw::beta).orElse(0.0));
        }
    }

    @Test
    void pairsAreCountedAsByComparingAll() {
        for (var round = 0; round < 50; round++) {
            var gaps = random.doubles(random.nextInt(60), 0, 9).map(Math::floor).toArray();
            var pairs = IntStream.range(0, gaps.length).mapToLong(k ->
                    IntStream.range(0, k).filter(j -> gaps[j] < gaps[k]).count()).sum();
            assertEquals(pairs, ReverseArrangements.count(gaps));
        }
    }

    @Test
    void arrangementsAreCorrectedTowardTheirMean() {
        var even = ReverseArrangements.test(EventTimes.ofGaps(1, 2, 3, 4, 5, 6, 13, 12, 11, 10, 9, 8, 7)).orElseThrow();
        assertEquals(57, even.statistic());
        // mean 39, variance 13 * 12 * 31 / 72
        var z = (57 - 0.5 - 39) / Math.sqrt(13 * 12 * 31 / 72.0);
        assertEquals(2 * Normal.below(-z), even.p(), 1e-12);
        assertTrue(even.improving() < 0.5);
    }

    @Test
    void fewGapsAreTriedInEveryOrder() {
        // sums of the six orders: 4, 5, 6, 8, 9, 10; expected 7
        var test = PermutationLaplace.test(EventTimes.ofGaps(1, 2, 4)).orElseThrow();
        assertEquals(2 / 6.0, test.p(), 1e-12);
        assertEquals(1 / 6.0, test.improving(), 1e-12);
        var growing = PermutationLaplace.test(EventTimes.ofGaps(1, 2, 3, 4, 5, 6, 7)).orElseThrow();
        assertEquals(1 / 5040.0, growing.improving(), 1e-12);
        assertEquals(2 / 5040.0, growing.p(), 1e-12);
    }

    @Test
    void theSameDataGiveTheSameAnswerAndManyTheNormalOne() {
        var events = atRandom(30);
        assertEquals(PermutationLaplace.test(events), PermutationLaplace.test(events));
        for (var round = 0; round < 3; round++) {
            var many = PermutationLaplace.test(atRandom(900)).orElseThrow();
            assertEquals(2 * Normal.below(-Math.abs(many.statistic())), many.p(), 0.02);
        }
        var most = PermutationLaplace.test(atRandom(1001)).orElseThrow();
        assertEquals(2 * Normal.below(-Math.abs(most.statistic())), most.p(), 1e-12);
    }

    @Test
    void whatATestCannotUseIsLeftOutOrRefused() {
        assertEquals(Optional.empty(), Laplace.test(EventTimes.within(9)));
        assertEquals(Optional.empty(), Laplace.lewisRobinson(atRandom(9)));
        assertTrue(Laplace.lewisRobinson(atRandom(10)).isPresent());
        assertEquals(Optional.empty(), PermutationLaplace.test(EventTimes.ofGaps(0.1, 0.1, 0.1)));
        assertEquals(Optional.empty(), ReverseArrangements.test(EventTimes.within(9, 2)));
        assertEquals(2, MilitaryHandbook.test(EventTimes.within(9, 0, 0, 4, 5)).orElseThrow().leftOut());
        assertEquals(4, MilitaryHandbook.test(EventTimes.within(9, 0, 0, 4, 5)).orElseThrow().degrees());
        assertThrows(IllegalArgumentException.class, () -> EventTimes.within(9, 10));
        assertThrows(IllegalArgumentException.class, () -> EventTimes.within(0));
        assertThrows(IllegalArgumentException.class, () -> EventTimes.within(Double.NaN, 1));
    }

    @Test
    void bunchedEventsRaiseTheVariation() {
        assertEquals(0, EventTimes.ofGaps(3, 3, 3, 3).variation(), 1e-12);
        assertTrue(EventTimes.ofGaps(1, 1, 1, 30, 1, 1, 1, 30).variation() > 1.5);
        assertNotEquals(null, EventTimes.ofGaps(1, 2).variation());
        assertFalse(Optional.ofNullable(EventTimes.ofGaps(1).variation()).isPresent());
    }

    private EventTimes atRandom(int n) {
        return EventTimes.within(100, random.doubles(n, 0.001, 100).toArray());
    }

    private static double[] times(EventTimes events, DoubleUnaryOperator change) {
        return DoubleStream.of(events.times()).map(change).toArray();
    }
}
