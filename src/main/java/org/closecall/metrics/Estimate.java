package org.closecall.metrics;

/**
 * The four things every figure is shown with.
 *
 * @param value the point estimate; null: none exists
 * @param interval its confidence interval, possibly open on a side
 * @param n number of events it rests on
 * @param exposure how much was observed: hours, deployments, or the number of values; the method that makes it says
 */
public record Estimate(Double value, Interval interval, long n, double exposure) {
}
