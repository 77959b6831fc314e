package org.closecall.metrics;

import java.util.Arrays;
import java.util.Optional;
import org.closecall.metrics.TrendTest.Method;

/**
 * Counts pairs of gaps of which the later is longer. Many: gaps grow, events became rarer. Assumes that gaps are
 * independent and none are equal; equal ones do not count as a pair. Up to 12 gaps p is exact, by the number of
 * permutations with so many inversions (Mahonian numbers); above it is normal with mean n(n - 1)/4, variance
 * (2n + 5)(n - 1)n/72 and half a unit of continuity correction toward the mean.
 *
 * <p>Source: H. B. Mann, "Nonparametric tests against trend", Econometrica 13 (1945); NIST/SEMATECH e-Handbook 8.2.3.4.
 */
public final class ReverseArrangements {
    private static final int MOST_FOR_EXACT = 12;

    /**
     * Counts at or beyond which p, one-sided, is at most alpha.
     *
     * @param lower null: no count is so unlikely
     */
    public record Critical(Integer lower, Integer upper) {
    }

    private ReverseArrangements() {
    }

    /** Empty with fewer than two gaps. */
    public static Optional<TrendTest> test(EventTimes events) {
        var n = events.n();
        if (n < 2) {
            return Optional.empty();
        }
        var count = count(events.gaps());
        var most = n * (n - 1L) / 2;
        var many = n <= MOST_FOR_EXACT ? atMost(n, (int) (most - count)) : tail(n, count);
        var few = n <= MOST_FOR_EXACT ? atMost(n, (int) count) : tail(n, most - count);
        var p = Math.min(1, 2 * Math.min(many, few));
        return Optional.of(new TrendTest(Method.REVERSE_ARRANGEMENTS, n, count, null, p, many, 0));
    }

    /** Exact one-sided limits for 2 to 12 gaps. */
    public static Critical critical(int n, double alpha) {
        if (n < 2 || n > MOST_FOR_EXACT) {
            throw new IllegalArgumentException("exact limits are for 2 to " + MOST_FOR_EXACT + " gaps: " + n);
        }
        var lower = -1;
        while (atMost(n, lower + 1) <= alpha) {
            lower++;
        }
        return lower < 0 ? new Critical(null, null) : new Critical(lower, n * (n - 1) / 2 - lower);
    }

    /** Pairs of which the later is strictly larger, by a tree of counts: 100,000 gaps take milliseconds. */
    static long count(double[] gaps) {
        var sorted = Arrays.stream(gaps).sorted().distinct().toArray();
        var tree = new int[sorted.length + 1];
        var pairs = 0L;
        for (var gap : gaps) {
            var rank = Arrays.binarySearch(sorted, gap);
            for (var i = rank; i > 0; i -= i & -i) {
                pairs += tree[i];
            }
            for (var i = rank + 1; i < tree.length; i += i & -i) {
                tree[i]++;
            }
        }
        return pairs;
    }

    private static double tail(int n, long count) {
        var deviation = Math.sqrt((2.0 * n + 5) * (n - 1.0) * n / 72);
        var distance = count - n * (n - 1.0) / 4;
        return Normal.below(-(distance - Math.signum(distance) * Math.min(0.5, Math.abs(distance))) / deviation);
    }

    /** Share of the n! orders with at most so many reverse arrangements. */
    private static double atMost(int n, int count) {
        var ways = new double[] {1};
        for (var size = 2; size <= n; size++) {
            var next = new double[ways.length + size - 1];
            for (var i = 0; i < next.length; i++) {
                for (var j = Math.max(0, i - size + 1); j <= Math.min(i, ways.length - 1); j++) {
                    next[i] += ways[j] / size;
                }
            }
            ways = next;
        }
        return Arrays.stream(ways, 0, Math.min(Math.max(0, count + 1), ways.length)).sum();
    }
}
