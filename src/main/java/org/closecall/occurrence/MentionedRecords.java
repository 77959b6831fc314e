package org.closecall.occurrence;

import io.quarkus.arc.Unremovable;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.closecall.web.Formats;
import org.closecall.web.Markdown;
import org.closecall.web.Mentions;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;

/** The records and timeline entries that the texts of a page mention. What is removed is no more there than what never was. */
@RequestScoped
@Unremovable
class MentionedRecords implements Mentions {

    /** More than a text has that is meant to be read; the rest stays text. */
    private static final int MOST = 2_000;
    private static final int LONGEST_TITLE = 160;
    private static final String THERE = "select o.number, o.title, e from Occurrence o left join TimelineEntry e on e.occurrence = o and e.deletedAt is null and e.id in :entries "
            + "where o.number in :numbers and o.deletedAt is null";

    @Inject
    Viewer viewer;

    private final Set<Mark> asked = new HashSet<>();
    private final Map<Mark, Target> there = new HashMap<>();

    @Override
    public Map<Mark, Target> found(Collection<Mark> marks) {
        var fresh = marks.stream().filter(mark -> !asked.contains(mark)).limit(MOST - asked.size()).toList();
        if (!fresh.isEmpty()) {
            asked.addAll(fresh);
            find(fresh);
        }
        return there;
    }

    private void find(List<Mark> marks) {
        var entries = marks.stream().map(Mark::entry).filter(Objects::nonNull).collect(Collectors.toSet());
        Panache.getEntityManager().createQuery(THERE, Object[].class)
                .setParameter("numbers", marks.stream().map(Mark::number).collect(Collectors.toSet()))
                .setParameter("entries", entries.isEmpty() ? Set.of(-1L) : entries)
                .getResultList().forEach(row -> add((Long) row[0], (String) row[1], (TimelineEntry) row[2]));
    }

    private void add(long number, String title, TimelineEntry entry) {
        var path = "/occurrences/" + number;
        there.put(new Mark(number, null), new Target(path, "#" + number, title));
        if (entry != null) {
            there.put(new Mark(number, entry.id), new Target(path + "#entry-" + entry.id, "#" + number + ", " + Formats.time(entry.at, viewer.zone()),
                    Typed.shortened(Markdown.plain(entry.text), LONGEST_TITLE)));
        }
    }
}
