package org.closecall.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What this instance has asked the database a moment ago. To forget it costs a question more, nothing else. */
final class Lately {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 10_000;
    private static final Map<String, Instant> SEEN = new ConcurrentHashMap<>();

    private Lately() {
    }

    /** True once in a while. */
    static boolean first(String what, Instant now) {
        if (SEEN.size() > MOST) {
            SEEN.clear();
        }
        var before = SEEN.get(what);
        return (before == null || !before.plus(KEPT).isAfter(now)) && SEEN.put(what, now) == before;
    }
}
