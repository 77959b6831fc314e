package org.closecall.reliability;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.closecall.metrics.EventTimes;
import org.closecall.metrics.Trend;

/**
 * Trends worked out before. What a review found stays the same until a record changes, and trying 9,999 orders of some
 * hundred gaps takes longer than all else on a page.
 */
final class KnownTrends {

    private static final int MOST = 200;
    /** Beyond, nothing is tried: it costs less to work out than to keep. */
    private static final int LARGEST = 1_000;
    private static final Map<Events, Trend> KNOWN = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Events, Trend> eldest) {
            return size() > MOST;
        }
    });

    private KnownTrends() {
    }

    static Trend of(double hours, double[] times) {
        if (times.length > LARGEST) {
            return Trend.of(EventTimes.within(hours, times));
        }
        var events = new Events(hours, times);
        var known = KNOWN.get(events);
        if (known == null) {
            known = Trend.of(EventTimes.within(hours, times));
            KNOWN.put(events, known);
        }
        return known;
    }

    private record Events(double hours, double[] times) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Events events && hours == events.hours && Arrays.equals(times, events.times);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(times);
        }
    }
}
