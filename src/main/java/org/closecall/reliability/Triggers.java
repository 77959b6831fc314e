package org.closecall.reliability;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.occurrence.LinkKind;

/**
 * Which records are one event: a duplicate and a consequence (caused by) belong to their original, and so on through
 * every such link between records that are not removed, whatever their kind, period or service.
 *
 * @param groups by id the event of those that are linked; a record that is linked to nothing is its own
 * @param linked ids of these once more: most records are linked to nothing, and that is asked of all of them again and again
 * @param followers those that are a duplicate or a consequence of another
 */
public record Triggers(Map<Long, Long> groups, Set<Long> followers, BitSet linked) {

    Triggers(Map<Long, Long> groups, Set<Long> followers) {
        this(groups, followers, new BitSet());
        groups.keySet().forEach(this::note);
    }

    /** So many take the place of a fact. */
    private static final int SMALL = 6;
    /** All links there are, by the records' ids: chains may leave any period and come back. */
    private static final String LINKS = """
            select l.source_id, l.target_id from occurrence_link l where l.removed_at is null and l.kind in (%1$s)
              and l.source_id not in (%2$s) and l.target_id not in (%2$s)""".formatted(
            Stream.of(LinkKind.values()).filter(kind -> kind.oneTrigger).map(kind -> "'" + kind + "'").collect(Collectors.joining(", ")),
            "select id from occurrence where deleted_at is not null union all select id from occurrence where drill and deleted_at is null");

    static Triggers kept(AsOf asOf) {
        return Kept.or(asOf.of(Part.LINKS, Part.REMOVED), "triggers", Triggers::load, triggers -> triggers.groups.size() / SMALL);
    }

    static Triggers load() {
        var triggers = new Triggers(new HashMap<>(), new HashSet<>());
        Rows.read(LINKS, List.of(), row -> triggers.join(row.getLong(1), row.getLong(2)));
        // from here on many may read it at once
        List.copyOf(triggers.groups.keySet()).forEach(triggers::group);
        return triggers;
    }

    private void join(long follower, long original) {
        followers.add(follower);
        note(follower);
        note(original);
        long from = group(follower), to = group(original);
        groups.put(from, to);
        groups.put(to, to);
    }

    private void note(long id) {
        linked.set((int) id);
    }

    /** Null of a record that is linked to nothing. */
    private Long of(IncidentFact one) {
        return linked.get((int) one.id()) ? groups.get(one.id()) : null;
    }

    /** The group's name, which is one of its ids. */
    private long group(long id) {
        var name = id;
        while (groups.getOrDefault(name, name) != name) {
            name = groups.get(name);
        }
        if (name != id) {
            groups.put(id, name);
        }
        return name;
    }

    /** One of each trigger: its original, or where that is not among them the earliest that is; in their order. */
    List<IncidentFact> standing(List<IncidentFact> incidents) {
        var first = Comparator.comparing((IncidentFact one) -> followers.contains(one.id()))
                .thenComparing(IncidentFact::occurredAt).thenComparing(IncidentFact::number);
        var standing = new HashMap<Long, IncidentFact>();
        var linked = 0;
        for (var one : incidents) {
            var group = of(one);
            if (group != null) {
                standing.merge(group, one, (a, b) -> first.compare(a, b) <= 0 ? a : b);
                linked++;
            }
        }
        return standing.size() == linked ? incidents : incidents.stream().filter(one -> {
            var group = of(one);
            return group == null || standing.get(group) == one;
        }).toList();
    }
}
