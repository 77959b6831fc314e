package org.closecall.reliability;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.closecall.occurrence.LinkKind;

/**
 * Which records are one event: a duplicate and a consequence (caused by) belong to their original, and so on through
 * every such link between records that are not removed, whatever their kind, period or service.
 *
 * @param followers those that are a duplicate or a consequence of another
 */
record Triggers(Map<Long, Long> groups, Set<Long> followers) {

    private static final String LINKS = """
            select l.source.number, l.target.number from OccurrenceLink l where l.removedAt is null and l.kind in (:kinds)
              and l.source.deletedAt is null and l.target.deletedAt is null""";

    static Triggers load() {
        var triggers = new Triggers(new HashMap<>(), new HashSet<>());
        var kinds = List.of(LinkKind.values()).stream().filter(kind -> kind.oneTrigger).toList();
        Panache.getEntityManager().createQuery(LINKS, Object[].class).setParameter("kinds", kinds).getResultList()
                .forEach(link -> triggers.join((Long) link[0], (Long) link[1]));
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
