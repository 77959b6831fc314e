package org.closecall.occurrence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import org.closecall.web.Typed;

/** What a timeline says already: a chat pasted again adds only what is new in it. */
record LinesThere(Set<Line> lines) {

    private record Line(Instant minute, String text) {

        static Line of(Instant at, String text) {
            return new Line(at.truncatedTo(ChronoUnit.MINUTES), Typed.orNull(text));
        }
    }

    static LinesThere of(Occurrence occurrence) {
        return new LinesThere(TimelineEntry.of(occurrence).stream().map(entry -> Line.of(entry.at, entry.text)).collect(Collectors.toSet()));
    }

    boolean has(Instant at, String text) {
        return at != null && lines.contains(Line.of(at, text));
    }

    boolean has(TimelineEntry entry) {
        return has(entry.at, entry.text);
    }
}
