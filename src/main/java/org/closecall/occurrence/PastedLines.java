package org.closecall.occurrence;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * An excerpt of a chat or a log as lines of a timeline. Nothing is lost: a line without a time continues the one
 * before, and what cannot be read is a row to mend.
 */
public record PastedLines(List<Row> rows) {

    public static final int MOST = 500;
    private static final String TIMELESS = "When was it? The line has no time";

    /** at is null where problem says why; remark says how a time was understood that can be understood otherwise. */
    public record Row(Instant at, String text, String remark, String problem) {
    }

    /** What a row is made of while its lines come in. */
    private static final class Draft {
        private final PastedTimes.Placed placed;
        private final String author;
        private final String problem;
        private final List<String> lines = new ArrayList<>();

        Draft(PastedTimes.Placed placed, String author, String line, String problem) {
            this.placed = placed;
            this.author = author;
            this.problem = problem;
            add(line);
        }

        void add(String line) {
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }

        Row row() {
            var text = String.join("\n", lines);
            var whole = author == null ? text : text.isEmpty() ? author : author + ": " + text;
            return placed == null ? new Row(null, whole, null, problem) : new Row(placed.at(), whole, placed.remark(), null);
        }
    }

    public static PastedLines of(String pasted, ZoneId zone, Instant start, Instant now) {
        var times = new PastedTimes(zone, start, now);
        var drafts = new ArrayList<Draft>();
        pasted.lines().filter(line -> !line.isBlank()).forEach(line -> read(line, times, drafts));
        return new PastedLines(drafts.stream().map(Draft::row).toList());
    }

    public static long count(String pasted) {
        return pasted.lines().filter(line -> !line.isBlank()).count();
    }

    private static void read(String line, PastedTimes times, List<Draft> drafts) {
        var stamp = PastedStamp.of(line, times.near(), times.today());
        var before = drafts.isEmpty() ? null : drafts.get(drafts.size() - 1);
        if (stamp == null && (before == null || TIMELESS.equals(before.problem))) {
            drafts.add(new Draft(null, null, line.strip(), TIMELESS));
        } else if (stamp == null) {
            before.add(line.strip());
        } else if (stamp.dayAlone()) {
            times.announce(stamp.day());
        } else if (stamp.time() == null) {
            drafts.add(new Draft(null, null, stamp.rest(), stamp.doubt()));
        } else {
            drafts.add(new Draft(times.place(stamp), author(stamp, before), stamp.rest(), null));
        }
    }

    /** Chats say who writes once, and then only when. */
    private static String author(PastedStamp stamp, Draft before) {
        return stamp.author() != null ? stamp.author() : before != null && stamp.rest().isEmpty() ? before.author : null;
    }
}
