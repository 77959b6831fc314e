package org.closecall.metrics;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The durations that may be used and a list of everything odd, so that no record vanishes silently.
 *
 * @param observations usable durations in minutes by record; open incidents are censored at now
 * @param flags the flagged records, {@link DataFlag#NONE} left out
 * @param counted how many records count in frequencies
 */
public record DataQuality<K>(Map<K, Observation> observations, Map<K, DataFlag> flags, int counted) {

    /** Screens records by any key, such as their numbers; results keep the order of the given map. */
    public static <K> DataQuality<K> screen(Map<K, Span> spans, Instant now) {
        var observations = new LinkedHashMap<K, Observation>();
        var flags = new LinkedHashMap<K, DataFlag>();
        spans.forEach((key, span) -> {
            var flag = DataFlag.of(span, now);
            if (flag != DataFlag.NONE) {
                flags.put(key, flag);
            }
            if (flag.inDurations()) {
                var covered = span.covered(now).orElseThrow();
                observations.put(key, new Observation(TimeRange.minutes(covered.start(), covered.end()), !span.open()));
            }
        });
        var uncounted = (int) flags.values().stream().filter(flag -> !flag.inFrequency()).count();
        return new DataQuality<>(observations, flags, spans.size() - uncounted);
    }

    /** The records whose duration is not used. */
    public List<K> excludedFromDurations() {
        return flags.keySet().stream().filter(key -> !flags.get(key).inDurations()).toList();
    }
}
