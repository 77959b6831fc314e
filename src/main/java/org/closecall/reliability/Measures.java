package org.closecall.reliability;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.closecall.metrics.Difference;
import org.closecall.metrics.ResponseTimes;
import org.closecall.metrics.TimeRange;

/**
 * Every measure over one window.
 *
 * @param from where observation begins: the window's first moment, or the beginning of recording if that is later
 * @param until where it ends: the window's last moment, or now
 * @param exposureHours from one to the other; 0 where nothing was observed, and then no count means anything
 */
public record Measures(Instant from, Instant until, double exposureHours, Incidents incidents,
        Between timeBetweenIncidents, Gaps gapBetweenStarts, Durations timeToDetect, Durations timeToMitigate,
        Durations timeToResolve, Caught caughtEarly, NearMisses nearMisses) {

    static Measures of(Facts all, TimeRange window, Instant now) {
        var facts = all.within(window).begun(now);
        var observed = observed(all.observedFrom(), window, now);
        var incidents = facts.incidents();
        var triggers = facts.standing();
        var times = incidents.stream().map(one -> one.times(now)).toList();
        return new Measures(observed.start(), observed.end(), observed.hours(), Incidents.of(incidents, triggers.size()),
                Between.of(triggers.size(), observed.hours()), Gaps.of(triggers.stream().map(IncidentFact::occurredAt).toList()),
                Durations.of(times.stream().map(ResponseTimes::timeToDetect).toList(), 0),
                durations(times, ResponseTimes::timeToMitigate), durations(times, ResponseTimes::timeToResolve),
                Caught.of(incidents), NearMisses.of(facts.nearMisses(), incidents.size(), observed.hours()));
    }

    static TimeRange observed(Instant from, TimeRange window, Instant now) {
        return from == null ? new TimeRange(window.start(), window.start()) : window.until(now).from(from);
    }

    private static Durations durations(List<ResponseTimes> times, Function<ResponseTimes, Difference> which) {
        var assumed = times.stream().filter(one -> one.flags().contains(ResponseTimes.Flag.IMPACT_START_ASSUMED))
                .map(which).filter(one -> one.observation().isPresent()).count();
        return Durations.of(times.stream().map(which).toList(), (int) assumed);
    }

    public boolean observed() {
        return exposureHours > 0;
    }
}
