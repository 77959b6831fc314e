package org.closecall.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.occurrence.EntryKind;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.TimelineEntry;

/** What the updates of a held record bring: new entries, new texts of old ones, and those that people have made theirs or removed. */
record TimelineNews(List<Incoming.Update> added, Map<TimelineEntry, Incoming.Update> changed, List<Incoming.Update> kept) {

    /** One query for all of them, those people removed among them; the result is by the occurrence's id. */
    static Map<Long, Map<String, TimelineEntry>> entriesOf(List<Occurrence> occurrences) {
        List<TimelineEntry> entries = occurrences.isEmpty() ? List.of()
                : TimelineEntry.list("occurrence in ?1 and externalId is not null", occurrences);
        return entries.stream().collect(Collectors.groupingBy(entry -> entry.occurrence.id,
                Collectors.toMap(entry -> entry.externalId, entry -> entry)));
    }

    static TimelineNews of(Comparison comparison, Map<String, TimelineEntry> entries) {
        var news = new TimelineNews(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
        for (var update : comparison.incoming.updates()) {
            news.sort(update, entries.get(update.externalId()), comparison.digestBefore(update));
        }
        return news;
    }

    /** Each update with the occurrence it belongs to, whose row is there already. */
    static void add(List<Map.Entry<Occurrence, Incoming.Update>> updates, Instant now) {
        Rows.insert("""
                insert into timeline_entry (occurrence_id, at, kind, text, learned_later, created_at, external_id, version)
                values (?, ?, ?, ?, false, ?, ?, 0)
                """, updates.stream().map(of -> new Object[] {of.getKey().id, of.getValue().at(), EntryKind.COMMUNICATION.name(),
                    of.getValue().text(), now, of.getValue().externalId()}).toList());
    }

    boolean any() {
        return !added.isEmpty() || !changed.isEmpty();
    }

    void rewrite() {
        changed.forEach((entry, update) -> {
            entry.at = update.at();
            entry.text = update.text();
        });
    }

    /** 2 timeline entries added, 1 changed */
    String inText() {
        var parts = Stream.of(count(added.size(), "added"), count(changed.size(), "changed")).filter(part -> !part.isEmpty());
        return parts.collect(Collectors.joining(", "));
    }

    /** What people removed stays removed, and so does what was imported and is not there any more. */
    private void sort(Incoming.Update update, TimelineEntry entry, String before) {
        if (entry == null && before == null) {
            added.add(update);
        } else if (entry != null && !entry.removed() && !update.digest().equals(before)) {
            if (Incoming.Update.digest(entry.at, entry.text).equals(before)) {
                changed.put(entry, update);
            } else {
                kept.add(update);
            }
        }
    }

    private static String count(int number, String what) {
        return number == 0 ? "" : number + (number == 1 ? " entry " : " entries ") + what;
    }
}
