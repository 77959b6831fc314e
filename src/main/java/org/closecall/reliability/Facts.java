package org.closecall.reliability;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.closecall.metrics.TimeRange;

/**
 * The records of a scope by the moment they occurred, ascending, in four statements whatever their number.
 *
 * @param observedFrom when recording began: the first record of any kind and severity; for a single service its
 *     in-service date if that is earlier. Null when there is neither
 * @param last the latest record of any kind and severity; null when there is none
 * @param asOf the state of the database that they were asked in
 */
public record Facts(Instant observedFrom, Instant last, List<IncidentFact> incidents, List<NearMissFact> nearMisses, Triggers triggers, AsOf asOf) {

    /** Of all times that the page of a scope speaks of: the period, the twelve months to its end, its months, what was judged at the last review. */
    public static Facts of(Scope scope) {
        var ranges = List.of(scope.window(), scope.period().year(scope.today()).range(scope.zone()), scope.months().range(scope.zone()),
                Judgement.period(scope).range(scope.zone()));
        return load(scope, new TimeRange(ranges.stream().map(TimeRange::start).min(Instant::compareTo).orElseThrow(),
                ranges.stream().map(TimeRange::end).max(Instant::compareTo).orElseThrow()));
    }

    static Facts load(Scope scope, TimeRange window) {
        var facts = FactQuery.load(scope, window);
        return new Facts(earlier(facts.observedFrom, scope), facts.last, facts.incidents, facts.nearMisses, facts.triggers, facts.asOf);
    }

    private static Instant earlier(Instant first, Scope scope) {
        var day = scope.service() == null ? null : scope.service().inServiceOn;
        var inService = day == null ? null : day.atStartOfDay(scope.zone()).toInstant();
        return Stream.of(first, inService).filter(moment -> moment != null).sorted().findFirst().orElse(null);
    }

    /** Those of a part of the time. */
    Facts within(TimeRange window) {
        return between(one -> one.occurredAt().isBefore(window.start()), one -> one.occurredAt().isBefore(window.end()),
                one -> one.occurredAt().isBefore(window.start()), one -> one.occurredAt().isBefore(window.end()));
    }

    /** Those that have begun; what is dated in the future is in no figure. */
    Facts begun(Instant now) {
        return between(one -> false, one -> one.counted(now), one -> false, one -> one.counted(now));
    }

    private Facts between(Predicate<IncidentFact> before, Predicate<IncidentFact> until, Predicate<NearMissFact> beforeMiss, Predicate<NearMissFact> untilMiss) {
        return new Facts(observedFrom, last, part(incidents, before, until), part(nearMisses, beforeMiss, untilMiss), triggers, asOf);
    }

    /** Other incidents of the same scope. */
    Facts of(List<IncidentFact> others) {
        return new Facts(observedFrom, last, others, List.of(), triggers, asOf);
    }

    /** They are in order: what holds for one holds for all before it. */
    private static <T> List<T> part(List<T> all, Predicate<T> before, Predicate<T> until) {
        return all.subList(first(all, before), first(all, until));
    }

    /** Where those begin of which it does not hold any more. */
    private static <T> int first(List<T> all, Predicate<T> holds) {
        int low = 0, high = all.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (holds.test(all.get(middle))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** One incident of each trigger: what frequency counts. */
    List<IncidentFact> standing() {
        return triggers.standing(incidents);
    }
}
