package org.closecall.metrics;

/**
 * One point of a control chart with its own limits.
 *
 * @param value null: nothing was observed in this period
 * @param centre null, like the limits: there are too few points to have any
 * @param lower null also where there is no lower limit
 * @param z distance from the centre in standard deviations, on the scale the limits were made on; null without limits
 * @param inBaseline whether the limits rest on it
 */
public record ChartPoint(Double value, Double centre, Double lower, Double upper, Double z, boolean inBaseline) {

    static ChartPoint bare(double value) {
        return new ChartPoint(Double.isNaN(value) ? null : value, null, null, null, null, false);
    }

    public boolean above() {
        return value != null && upper != null && value > upper;
    }

    public boolean below() {
        return value != null && lower != null && value < lower;
    }

    /** Beyond three standard deviations on either side: look for a cause. */
    public boolean signals() {
        return above() || below();
    }
}
