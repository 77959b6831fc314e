package org.closecall.metrics;

/**
 * What n incidents allow to be said. With few, an interval tells more than a point, the plain values more than a
 * median, and a trend cannot be told at all.
 */
public enum Reading {
    /** 0: only "the mean gap exceeds ...". */
    NONE(0),
    /** 1: point and interval without decimals; the single duration. */
    SINGLE(1),
    /** 2 to 4: interval first, point in grey; the durations listed. */
    FEW(2),
    /** 5 to 9: point and median, the latter from 6 with a rough interval; only large changes are visible. */
    ROUGH(5),
    /** 10 to 49: percentiles as n allows; show which change would be visible. */
    NORMAL(10),
    /** 50 and more: even a halving is visible. */
    AMPLE(50);

    private static final int FEWEST_FOR_MEDIAN_INTERVAL = 6;

    private final int atLeast;

    Reading(int atLeast) {
        this.atLeast = atLeast;
    }

    public static Reading of(long n) {
        var reading = NONE;
        for (var next : values()) {
            reading = n >= next.atLeast ? next : reading;
        }
        return reading;
    }

    /** Whether a 95 % interval for the median exists: from n = 6. */
    public static boolean medianIntervalShown(long n) {
        return n >= FEWEST_FOR_MEDIAN_INTERVAL;
    }

    /**
     * Whether n values can tell a percentile: at least one is expected beyond it, n (1 - p) &gt;= 1, or n p &gt;= 1
     * below the median. 10 for the 90th, 20 for the 95th, 100 for the 99th.
     */
    public static boolean percentileShown(long n, double p) {
        // 10 * (1 - 0.9) falls short of 1 in floating point
        return n * Math.min(p, 1 - p) >= 1 - 1e-9;
    }

    /** Whether a rate or a time between incidents has a point. */
    public boolean pointShown() {
        return this != NONE;
    }

    /** Whether the interval leads and the point is subdued. */
    public boolean intervalFirst() {
        return this == FEW;
    }

    /** Whether durations are listed as they are instead of summarised. */
    public boolean rawValues() {
        return this == SINGLE || this == FEW;
    }

    public boolean medianShown() {
        return compareTo(ROUGH) >= 0;
    }

    public boolean trendShown() {
        return compareTo(ROUGH) >= 0;
    }

    /** Whether to label an interval "rough" and warn that only large changes are visible. */
    public boolean rough() {
        return this == ROUGH;
    }
}
