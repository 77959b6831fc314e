package org.closecall.reliability;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
 * @param followers those that are a duplicate or a consequence of another
 */
public record Triggers(Map<Long, Long> groups, Set<Long> followers) {

    private static final String LINKS = """
            select s.number, t.number from occurrence_link l join occurrence s on s.id = l.source_id join occurrence t on t.id = l.target_id
            where l.removed_at is null and l.kind in (%s) and s.deleted_at is null and t.deleted_at is null and not s.drill and not t.drill"""
            .formatted(Stream.of(LinkKind.values()).filter(kind -> kind.oneTrigger).map(kind -> "'" + kind + "'").collect(Collectors.joining(", ")));

    static Triggers load() {
        var triggers = new Triggers(new HashMap<>(), new HashSet<>());
        Rows.read(LINKS, List.of(), row -> triggers.join(row.getLong(1), row.getLong(2)));
        return triggers;
    }

    /** One of each trigger: its original, or where that is not among them the earliest that is; in their order. */
    List<IncidentFact> standing(List<IncidentFact> incidents) {
        var first = Comparator.comparing((IncidentFact one) -> followers.contains(one.number()))
                .thenComparing(IncidentFact::occurredAt).thenComparing(IncidentFact::number);
        var standing = new LinkedHashMap<Long, IncidentFact>();
        incidents.forEach(one -> standing.merge(group(one.number()), one, (a, b) -> first.compare(a, b) <= 0 ? a : b));
        return standing.size() == incidents.size() ? incidents : incidents.stream().filter(one -> standing.get(group(one.number())) == one).toList();
    }

    private void join(long follower, long original) {
        followers.add(follower);
        groups.put(group(follower), group(original));
    }

    /** The group's name, which is one of its numbers; a record that is linked to nothing is its own. */
    private long group(long number) {
        var name = number;
        while (groups.getOrDefault(name, name) != name) {
            name = groups.get(name);
        }
        if (name != number) {
            groups.put(number, name);
        }
        return name;
    }
}
