package org.closecall.reliability;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.metrics.TimeRange;

/**
 * The records of a scope by the moment they occurred, in three statements whatever their number.
 *
 * @param observedFrom when recording began: the first record of any kind and severity; for a single service its
 *     in-service date if that is earlier. Null when there is neither
 */
public record Facts(Instant observedFrom, List<IncidentFact> incidents, List<NearMissFact> nearMisses, Triggers triggers) {

    /** Of all times that the page of a scope speaks of: the period, the twelve months to its end, its months, what was judged at the last review. */
    public static Facts of(Scope scope) {
        var ranges = List.of(scope.window(), scope.period().year(scope.today()).range(scope.zone()), scope.months().range(scope.zone()),
                Judgement.period(scope).range(scope.zone()));
        return load(scope, new TimeRange(ranges.stream().map(TimeRange::start).min(Instant::compareTo).orElseThrow(),
                ranges.stream().map(TimeRange::end).max(Instant::compareTo).orElseThrow()));
    }

    static Facts load(Scope scope, TimeRange window) {
        var facts = FactQuery.load(scope, window);
        return new Facts(earlier(facts.observedFrom, scope), facts.incidents, facts.nearMisses, facts.triggers);
    }

    private static Instant earlier(Instant first, Scope scope) {
        var day = scope.service() == null ? null : scope.service().inServiceOn;
        var inService = day == null ? null : day.atStartOfDay(scope.zone()).toInstant();
        return Stream.of(first, inService).filter(moment -> moment != null).sorted().findFirst().orElse(null);
    }

    /** Those of a part of the time. */
    Facts within(TimeRange window) {
        return new Facts(observedFrom, incidents.stream().filter(one -> window.contains(one.occurredAt())).toList(),
                nearMisses.stream().filter(one -> window.contains(one.occurredAt())).toList(), triggers);
    }

    /** Those that have begun; what is dated in the future is in no figure. */
    Facts begun(Instant now) {
        return new Facts(observedFrom, incidents.stream().filter(one -> one.counted(now)).toList(),
                nearMisses.stream().filter(one -> one.counted(now)).toList(), triggers);
    }

    /** One incident of each trigger: what frequency counts. */
    List<IncidentFact> standing() {
        return triggers.standing(incidents);
    }
}
