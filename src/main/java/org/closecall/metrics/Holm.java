package org.closecall.metrics;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's correction for looking at many series at once: of one metric at one review. With it the chance of any false
 * alarm among all stays below alpha; without, alpha of them are flagged by chance alone.
 *
 * <p>Source: S. Holm, "A simple sequentially rejective multiple test procedure", Scand. J. Statistics 6 (1979).
 *
 * @param adjusted p-values to compare with alpha, in the order given
 * @param expectedByChance how many would be below alpha by chance without correction: k alpha
 */
public record Holm(List<Double> adjusted, double alpha, double expectedByChance) {

    public static Holm adjust(List<Double> p, double alpha) {
        var order = IntStream.range(0, p.size()).boxed().sorted((a, b) -> Double.compare(p.get(a), p.get(b))).toList();
        var adjusted = new Double[p.size()];
        var least = 0.0;
        for (var rank = 0; rank < order.size(); rank++) {
            least = Math.max(least, Math.min(1, (p.size() - rank) * p.get(order.get(rank))));
            adjusted[order.get(rank)] = least;
        }
        return new Holm(List.of(adjusted), alpha, p.size() * alpha);
    }

    public int flagged() {
        return (int) adjusted.stream().filter(p -> p < alpha).count();
    }
}
