package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.closecall.metrics.MedianInterval.Ranks;
import org.junit.jupiter.api.Test;

class DurationSummaryTest {

    @Test
    void noValuesHaveNoStatistics() {
        assertEquals(new DurationSummary(0, null, null, null, null), DurationSummary.of());
        assertNull(Percentiles.interpolated(new double[0], 0.9));
        assertNull(Percentiles.nearestRank(new double[0], 0.9));
        assertTrue(MedianInterval.of(new double[0], 0.95).isNone());
        assertNull(DurationSummary.geometricMean(new double[0], 0.95).value());
    }

    @Test
    void oneValueIsEveryStatistic() {
        assertEquals(new DurationSummary(1, 8.0, 8.0, 8.0, DurationSummary.of(8).geometricMean()),
                DurationSummary.of(8));
        assertEquals(8, DurationSummary.of(8).geometricMean(), 1e-12);
        assertTrue(DurationSummary.geometricMean(new double[] {8}, 0.95).interval().isNone());
        assertEquals(8, Percentiles.interpolated(new double[] {8}, 1));
        assertEquals(8, Percentiles.nearestRank(new double[] {8}, 0));
    }

    @Test
    void zerosHaveNoGeometricMeanButCountElsewhere() {
        var summary = DurationSummary.of(0, 4, 8);
        assertNull(summary.geometricMean());
        assertEquals(4, summary.mean());
        assertEquals(12, summary.total());
    }

    @Test
    void geometricMeanHasAnIntervalOnLogarithms() {
        var estimate = DurationSummary.geometricMean(new double[] {44, 100, 40, 20}, 0.95);
        assertEquals(15.17277664, estimate.interval().lower(), 1e-7);
        assertEquals(123.6534583, estimate.interval().upper(), 1e-6);
        assertEquals(4, estimate.n());
    }

    @Test
    void valuesAreNotReordered() {
        var values = new double[] {3, 1, 2};
        Percentiles.median(values);
        MedianInterval.of(values, 0.5);
        assertEquals(3, values[0]);
    }

    @Test
    void nearestRankIsNotPushedUpByRounding() {
        var values = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();
        for (var percent = 1; percent <= 100; percent++) {
            assertEquals(percent, Percentiles.nearestRank(values, percent / 100.0));
        }
        assertEquals(1, Percentiles.nearestRank(values, 0));
        assertEquals(56, Percentiles.nearestRank(values, 0.551));
    }

    @Test
    void whatIsNotAPercentileIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Percentiles.interpolated(new double[] {1}, 90));
        assertThrows(IllegalArgumentException.class, () -> Percentiles.nearestRank(new double[] {1}, -0.1));
        assertThrows(IllegalArgumentException.class, () -> Percentiles.median(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Percentiles.median(Double.NaN));
    }

    @Test
    void percentilesStayWithinTheDataAndRise() {
        var random = new Random(10);
        for (var round = 0; round < 200; round++) {
            var values = random.doubles(1 + random.nextInt(40)).toArray();
            double low = random.nextDouble(), high = low + (1 - low) * random.nextDouble();
            assertTrue(Percentiles.interpolated(values, low) <= Percentiles.interpolated(values, high));
            assertTrue(Percentiles.nearestRank(values, low) <= Percentiles.nearestRank(values, high));
            assertEquals(DoubleStream.of(values).min().orElseThrow(), Percentiles.interpolated(values, 0));
            assertEquals(DoubleStream.of(values).max().orElseThrow(), Percentiles.interpolated(values, 1));
        }
    }

    @Test
    void medianRanksAreTheInnermostThatHoldTheLevel() {
        for (var confidence : new double[] {0.5, 0.8, 0.9, 0.95, 0.99}) {
            for (var n = 1; n <= 300; n++) {
                var heads = BinomialDistribution.of(n, 0.5);
                var tail = (1 - confidence) / 2 + 1e-12;
                var k = -1;
                while (heads.cumulativeProbability(k + 1) <= tail) {
                    k++;
                }
                var ranks = k < 0 ? Optional.empty() : Optional.of(new Ranks(k + 1, n - k));
                assertEquals(ranks, MedianInterval.ranks(n, confidence), "n = " + n + " at " + confidence);
            }
        }
    }

    @Test
    void medianIntervalIsMadeOfTwoOfTheValues() {
        assertEquals(new Interval(1.0, 6.0, 0.95), MedianInterval.of(new double[] {6, 3, 4, 1, 5, 2}, 0.95));
        assertEquals(new Interval(2.0, 9.0, 0.95),
                MedianInterval.of(new double[] {10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, 0.95));
    }
}
