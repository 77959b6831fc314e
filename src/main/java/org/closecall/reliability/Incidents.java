package org.closecall.reliability;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Incidents that began in the window.
 *
 * @param count as recorded: duplicates and consequences each count
 * @param triggers the events behind them: a duplicate or a consequence counts with its original, and frequency counts these
 * @param open not resolved yet
 * @param withoutStart whose start nobody knows: the first moment known placed them
 * @param bySeverity SEV1 to SEV5 and "none", those that occur
 */
public record Incidents(int count, int triggers, int open, int withoutStart, Map<String, Long> bySeverity) {

    static final String NONE = "none";

    static Incidents of(List<IncidentFact> incidents, int triggers) {
        var bySeverity = incidents.stream().collect(Collectors.groupingBy(
                one -> one.severity() == null ? NONE : one.severity().name(), TreeMap::new, Collectors.counting()));
        return new Incidents(incidents.size(), triggers, (int) incidents.stream().filter(IncidentFact::open).count(),
                (int) incidents.stream().filter(one -> !one.started().known()).count(), bySeverity);
    }
}
