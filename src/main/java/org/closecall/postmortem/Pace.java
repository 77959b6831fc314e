package org.closecall.postmortem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.closecall.occurrence.TimelineEntry;
import org.closecall.occurrence.TimelineLine;
import org.closecall.web.Formats;

/** How fast a timeline goes: how long after its beginning each line was, and where nothing was noted. */
record Pace(List<TimelineLine> lines, Instant begin, Duration shortest, List<Chronicle.Left> leftOut) {

    /** Less than this is a pause, not silence. */
    private static final Duration SHORTEST_SILENCE = Duration.ofMinutes(15);
    /** What lasted for days has hours without an entry: a silence is at least this part of the whole. */
    private static final int PART = 10;

    /** Without a beginning, it begins with the first line. */
    static Pace of(List<TimelineLine> lines, Instant begin, List<Chronicle.Left> leftOut) {
        if (lines.isEmpty()) {
            return new Pace(lines, begin, SHORTEST_SILENCE, leftOut);
        }
        var part = Duration.ofMinutes(Duration.between(lines.get(0).at(), lines.get(lines.size() - 1).at()).dividedBy(PART).toMinutes());
        return new Pace(lines, begin == null ? lines.get(0).at() : begin, part.compareTo(SHORTEST_SILENCE) > 0 ? part : SHORTEST_SILENCE, leftOut);
    }

    List<Chronicle.Row> rows() {
        var rows = new ArrayList<Chronicle.Row>();
        for (var line : lines) {
            var before = rows.isEmpty() ? null : rows.get(rows.size() - 1).line().at();
            rows.add(new Chronicle.Row(line, since(line.at()), before == null ? null : silence(before, line.at())));
        }
        return rows;
    }

    private String since(Instant at) {
        var since = Duration.between(begin, at);
        return since.isZero() ? null : (since.isNegative() ? "−" : "+") + Formats.human(since);
    }

    private String silence(Instant from, Instant to) {
        var gap = Duration.between(from, to);
        if (gap.compareTo(shortest) < 0) {
            return null;
        }
        var hidden = (int) leftOut.stream().filter(left -> left.at().isAfter(from) && left.at().isBefore(to)).count();
        return hidden == 0 ? "Nothing noted for " + Formats.human(gap) : Formats.human(gap) + " with " + TimelineEntry.counted(hidden) + " not shown here";
    }
}
