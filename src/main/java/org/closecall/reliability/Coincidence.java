package org.closecall.reliability;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.closecall.occurrence.Occurrence;

/**
 * Incidents that began at almost the same time and count as several triggers: perhaps one event, published for each
 * service it reached.
 *
 * @param original the first of them
 */
@TemplateData
public record Coincidence(Occurrence original, List<Occurrence> others) {

    /** From one start to the next. */
    private static final Duration CLOSE = Duration.ofMinutes(5);
    private static final int MOST = 50;

    /** The latest groups of a scope's period; two may begin together by chance, so that two are a group only at the very same moment. */
    static List<Coincidence> of(Scope scope, Facts facts) {
        var groups = numbers(facts.within(scope.window()).begun(scope.now()).standing());
        var shown = groups.subList(Math.max(0, groups.size() - MOST), groups.size());
        Map<Long, Occurrence> records = Occurrence.<Occurrence>list("select distinct o from Occurrence o left join fetch o.services where o.number in ?1", shown.stream().flatMap(Collection::stream).toList())
                .stream().collect(Collectors.toMap(one -> one.number, one -> one));
        var found = new ArrayList<Coincidence>();
        shown.forEach(numbers -> found.add(0, new Coincidence(records.get(numbers.get(0)), numbers.stream().skip(1).map(records::get).toList())));
        return found;
    }

    /** Numbers of each group, in the order of time. */
    static List<List<Long>> numbers(List<IncidentFact> standing) {
        var groups = new ArrayList<List<Long>>();
        var from = 0;
        for (var i = 1; i <= standing.size(); i++) {
            if (i == standing.size() || apart(standing.get(i - 1).occurredAt(), standing.get(i).occurredAt())) {
                var group = standing.subList(from, i);
                if (group.size() > 2 || group.size() == 2 && group.get(0).occurredAt().equals(group.get(1).occurredAt())) {
                    groups.add(group.stream().map(IncidentFact::number).toList());
                }
                from = i;
            }
        }
        return groups;
    }

    private static boolean apart(Instant one, Instant next) {
        return Duration.between(one, next).compareTo(CLOSE) > 0;
    }

    public int size() {
        return others.size() + 1;
    }
}
