package org.closecall.metrics;

import java.util.Arrays;

/**
 * All differences x - y of two sorted samples, of which any can be picked by rank without writing them down: a million
 * a side would be a million million.
 */
record Shifts(double[] x, double[] y) {

    /** Hodges-Lehmann: their median. */
    double median() {
        var count = (long) x.length * y.length;
        var middle = ranked((count + 1) / 2);
        return count % 2 == 1 ? middle : (middle + ranked(count / 2 + 1)) / 2;
    }

    /**
     * Two of the differences, counted from either end: by the quantile of U when exact, as R does, else by its normal
     * approximation (M. Hollander and D. A. Wolfe, Nonparametric Statistical Methods, 4.3).
     */
    Interval interval(double confidence, boolean exact) {
        var count = (long) x.length * y.length;
        var tail = Interval.alpha(confidence) / 2;
        var rank = exact ? exactRank(tail) : normalRank(count, confidence);
        return rank < 1 ? Interval.none(confidence)
                : new Interval(ranked(rank), ranked(count - rank + 1), confidence);
    }

    private long normalRank(long count, double confidence) {
        var deviation = Math.sqrt(count * (x.length + y.length + 1.0) / 12);
        return (long) Math.floor(count / 2.0 - Interval.z(confidence) * deviation);
    }

    /** The smallest u with P(U &lt;= u) at least the tail; none where a single pair already exceeds it. */
    private long exactRank(double tail) {
        var ways = ways(x.length, y.length);
        var all = Arrays.stream(ways).sum();
        var below = 0.0;
        var rank = -1;
        while (below < tail) {
            below += ways[++rank] / all;
        }
        return rank;
    }

    /** In how many orders of the two samples U takes each value: f(m, n, u) = f(m - 1, n, u - n) + f(m, n - 1, u). */
    private static double[] ways(int m, int n) {
        var ways = new double[m + 1][m * n + 1];
        Arrays.stream(ways).forEach(row -> row[0] = 1);
        for (var j = 1; j <= n; j++) {
            for (var i = 1; i <= m; i++) {
                for (var u = i * j; u >= j; u--) {
                    ways[i][u] += ways[i - 1][u - j];
                }
            }
        }
        return ways[m];
    }

    /** The difference of this rank, counted from 1: bisection over all doubles, each step one pass through both. */
    private double ranked(long rank) {
        long low = ordered(x[0] - y[y.length - 1]), high = ordered(x[x.length - 1] - y[0]);
        while (low < high) {
            var middle = (low & high) + ((low ^ high) >> 1);
            if (atMost(disordered(middle)) >= rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return disordered(low);
    }

    private long atMost(double difference) {
        var count = 0L;
        for (int i = 0, j = 0; i < x.length; i++) {
            while (j < y.length && x[i] - y[j] > difference) {
                j++;
            }
            count += y.length - j;
        }
        return count;
    }

    private static long ordered(double value) {
        var bits = Double.doubleToLongBits(value + 0.0);
        return bits < 0 ? Long.MIN_VALUE - bits : bits;
    }

    private static double disordered(long order) {
        return Double.longBitsToDouble(order < 0 ? Long.MIN_VALUE - order : order);
    }
}
