package org.closecall.metrics;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How often a window of time saw incidents, in two figures with two denominators. The mean time between incidents
 * (calendar) divides all observed time by incidents: how often one is interrupted. The mean time between failures
 * divides up time by episodes, the merged incidents: how long things run, "operating time between failures" of IEC
 * 60050-192. Down time is the length of the union of the incidents, since a plain sum counts overlaps twice.
 *
 * @param incidents those that start in the window, as recorded; those starting in the future are left out
 * @param episodes merged incidents that start in the window; one whose end is unusable is a moment at its start
 * @param carriedIn incidents from before the window that reach into it: not in {@code incidents}, but their part
 *     inside is down time
 * @param withoutDuration incidents in the window whose end is unknown or before the start, so that down time is too
 *     low by an unknown amount
 * @param observedHours length of the window up to now
 * @param downtimeHours union of down time in the observed window; an open incident is down until now
 * @param summedHours plain sum of the same, to show what overlaps
 */
public record IncidentFrequency(int incidents, int episodes, int carriedIn, int withoutDuration,
        double observedHours, double downtimeHours, double summedHours) {

    /** Counts in a window, given clipped to the time in service. A window still ahead has no observed hours. */
    public static IncidentFrequency over(TimeRange window, Collection<Span> spans, Instant now) {
        var observed = window.until(now);
        var counted = spans.stream().filter(span -> DataFlag.of(span, now).inFrequency()).toList();
        var starting = counted.stream().filter(span -> window.contains(span.start())).toList();
        var covered = counted.stream().map(span -> span.covered(now)).flatMap(Optional::stream).toList();
        var down = covered.stream().map(range -> range.within(observed)).toList();
        return new IncidentFrequency(starting.size(), episodes(counted, window, now), carriedIn(covered, window),
                (int) starting.stream().filter(span -> span.covered(now).isEmpty()).count(), observed.hours(),
                TimeRange.totalHours(TimeRange.union(down)), TimeRange.totalHours(down));
    }

    private static int episodes(List<Span> spans, TimeRange window, Instant now) {
        var ranges = spans.stream()
                .map(span -> span.covered(now).orElse(new TimeRange(span.start(), span.start()))).toList();
        return (int) TimeRange.union(ranges).stream().filter(range -> window.contains(range.start())).count();
    }

    private static int carriedIn(List<TimeRange> covered, TimeRange window) {
        return (int) covered.stream().filter(range -> range.start().isBefore(window.start())
                && range.end().isAfter(window.start())).count();
    }

    /** Observed hours per incident, down time included, with the exact Poisson interval. */
    public Estimate meanTimeBetweenIncidents(double confidence) {
        return PoissonProcess.meanTimeBetween(incidents, observedHours, confidence);
    }

    /** Up hours per episode with the exact Poisson interval; no value without episodes or without up time. */
    public Estimate meanTimeBetweenFailures(double confidence) {
        return PoissonProcess.meanTimeBetween(episodes, uptimeHours(), confidence);
    }

    /** Share of observed time that was up, 0 to 1; null when nothing was observed. */
    public Double availability() {
        return observedHours == 0 ? null : uptimeHours() / observedHours;
    }

    public double uptimeHours() {
        return Math.max(0, observedHours - downtimeHours);
    }
}
