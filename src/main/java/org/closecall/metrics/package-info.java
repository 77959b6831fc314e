/**
 * Statistics for incidents and near misses: pure functions over plain values.
 *
 * <p>Conventions. {@code null} means "no value" and is never zero or infinity; a bound of {@code null} is open.
 * Every figure carries its n and, where one exists, its interval and exposure. The current moment is always a
 * parameter. Exposure, gaps and down time are in hours, durations of single incidents in minutes, unless a method
 * says that it keeps the caller's unit. Time ranges are half-open. Elapsed time is used throughout, so the day on
 * which clocks change has 23 or 25 hours.
 *
 * <p>Nothing here imports a framework, an entity or a database.
 */
package org.closecall.metrics;
