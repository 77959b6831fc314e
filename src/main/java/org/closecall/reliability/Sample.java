package org.closecall.reliability;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closecall.metrics.CaughtEarly;
import org.closecall.metrics.Difference;
import org.closecall.metrics.Observation;
import org.closecall.metrics.ResponseTimes;
import org.closecall.metrics.TimeRange;

/** One of two periods compared: its records that have begun, and for how long it was observed. */
record Sample(Scope scope, Facts facts, TimeRange observed) {

    static Sample of(Facts all, Scope scope) {
        var window = scope.period().range(scope.zone());
        return new Sample(scope, all.within(window).begun(scope.now()), Measures.observed(all.observedFrom(), window, scope.now()));
    }

    List<IncidentFact> incidents() {
        return facts.incidents();
    }

    int triggers() {
        return facts.standing().size();
    }

    List<Observation> observations(Function<ResponseTimes, Difference> which) {
        return facts.incidents().stream().map(one -> which.apply(one.times(scope.now()))).map(Difference::observation).flatMap(Optional::stream).toList();
    }

    CaughtEarly caught() {
        return CaughtEarly.tally(facts.incidents().stream().filter(one -> !one.drill()).map(IncidentFact::caught).toList());
    }

    Map<String, Integer> severities() {
        return facts.incidents().stream().collect(Collectors.groupingBy(one -> one.severity() == null ? Incidents.NONE : one.severity().name(), Collectors.summingInt(one -> 1)));
    }

    String length() {
        return Units.span(observed.hours());
    }
}
