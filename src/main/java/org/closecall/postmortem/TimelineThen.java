package org.closecall.postmortem;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.occurrence.EntryKind;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.MomentName;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.TimelineEntry;

/** What the timeline of a postmortem said when it was published. */
record TimelineThen(List<Entry> entries, List<Chronicle.Left> leftOut, Map<MomentName, Moment> moments) {

    /** What is read from the database has lost the order of its moments: those of one time would stand anyhow. */
    TimelineThen {
        var ordered = new EnumMap<MomentName, Moment>(MomentName.class);
        ordered.putAll(moments);
        moments = ordered;
    }

    record Entry(Long id, Instant at, EntryKind kind, String text, String evidence, boolean learnedLater) {

        static Entry of(TimelineEntry entry) {
            return new Entry(entry.id, entry.at, entry.kind, entry.text, entry.evidenceUrl, entry.learnedLater);
        }

        TimelineEntry entry(Occurrence of) {
            var entry = new TimelineEntry();
            entry.id = id;
            entry.occurrence = of;
            entry.at = at;
            entry.kind = kind;
            entry.text = text;
            entry.evidenceUrl = evidence;
            entry.learnedLater = learnedLater;
            return entry;
        }
    }

    static TimelineThen of(Chronicle now) {
        return new TimelineThen(now.entries().stream().map(Entry::of).toList(), now.leftOut(), now.moments());
    }

    /** What was removed from the record since is not shown here either: it may have been removed because nobody should read it. */
    Chronicle chronicle(Chronicle now) {
        var recorded = now.recorded().stream().collect(Collectors.toMap(entry -> entry.id, Function.identity()));
        var there = entries.stream().filter(entry -> recorded.containsKey(entry.id)).map(entry -> entry.entry(now.of())).toList();
        return new Chronicle(now.of(), now.recorded(), there, leftOut, moments, moved(now, recorded));
    }

    private String moved(Chronicle now, Map<Long, TimelineEntry> recorded) {
        var known = Stream.concat(entries.stream().map(Entry::id), leftOut.stream().map(Chronicle.Left::id)).collect(Collectors.toSet());
        var added = recorded.keySet().stream().filter(id -> !known.contains(id)).count();
        var corrected = entries.stream().filter(entry -> recorded.containsKey(entry.id) && !entry.equals(Entry.of(recorded.get(entry.id)))).count();
        var removed = entries.stream().filter(entry -> !recorded.containsKey(entry.id)).count();
        var words = Stream.of(counted(added, "added"), counted(corrected, "corrected"), counted(removed, "removed"), moments.equals(now.moments()) ? null : "moments changed")
                .filter(Objects::nonNull).collect(Collectors.joining(", "));
        return words.isEmpty() ? null : words;
    }

    private static String counted(long entries, String what) {
        return entries == 0 ? null : TimelineEntry.counted((int) entries).replace("timeline ", "") + " " + what;
    }
}
