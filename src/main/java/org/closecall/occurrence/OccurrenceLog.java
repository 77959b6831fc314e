package org.closecall.occurrence;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.closecall.action.ActionItem;
import org.closecall.bulk.BulkEdit;
import org.closecall.postmortem.Postmortem;
import org.closecall.web.Typed;

/** One page of the log and how many of each kind match, whatever their number, in three statements and one for each further column that needs it. */
@TemplateData
public record OccurrenceLog(List<Occurrence> occurrences, Map<String, Long> byKind, String next, Map<Long, Postmortem> postmortems, Map<Long, Long> openActions) {

    public static final int PAGE = 50;

    static OccurrenceLog of(OccurrenceFilter filter, ZoneId zone) {
        var where = new StringBuilder();
        var bound = LogConditions.of(filter, where, zone);
        var counts = counts(where.toString(), bound);
        beyond(filter.after, filter.order(), where, bound);
        var numbers = numbers(filter.order(), where, bound, PAGE + 1);
        var more = numbers.size() > PAGE;
        var page = load(more ? numbers.subList(0, PAGE) : numbers);
        return new OccurrenceLog(page, counts, more ? cursor(filter.order(), page.get(PAGE - 1)) : null,
                filter.shown().has(LogColumn.POSTMORTEM) ? Postmortem.of(page) : Map.of(), filter.shown().has(LogColumn.ACTIONS) ? ActionItem.open(page) : Map.of());
    }

    public long total() {
        return byKind.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many of what matches one bulk edit takes. */
    public long atOnce() {
        return Math.min(total(), BulkEdit.MOST);
    }

    public long count(String kind) {
        return byKind.getOrDefault(kind, 0L);
    }

    /** Null when none was started. */
    public Postmortem postmortem(Occurrence occurrence) {
        return postmortems.get(occurrence.id);
    }

    public long openActions(Occurrence occurrence) {
        return openActions.getOrDefault(occurrence.id, 0L);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Long> counts(String where, Map<String, Object> bound) {
        var query = Panache.getEntityManager().createNativeQuery("select o.kind, count(*) from occurrence o where " + where + " group by o.kind");
        bound.forEach(query::setParameter);
        return ((List<Object[]>) query.getResultList()).stream().collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue()));
    }

    static List<Long> numbers(OccurrenceFilter filter, ZoneId zone, int most) {
        var where = new StringBuilder();
        var bound = LogConditions.of(filter, where, zone);
        return numbers(filter.order(), where, bound, most);
    }

    @SuppressWarnings("unchecked")
    private static List<Long> numbers(LogOrder order, StringBuilder where, Map<String, Object> bound, int most) {
        var query = Panache.getEntityManager().createNativeQuery("select o.number from occurrence o where " + where + order.clause(), Long.class);
        bound.forEach(query::setParameter);
        return query.setMaxResults(most).getResultList();
    }

    /** Pages by key: what was filed meanwhile moves nothing, and page 1,000 costs what page 1 does. */
    private static void beyond(String after, LogOrder order, StringBuilder where, Map<String, Object> bound) {
        var parts = after == null ? new String[0] : after.split("_");
        if (parts.length != 2 || Typed.id(parts[1]) == null) {
            return;
        }
        try {
            bound.put("afterAt", Instant.parse(parts[0]));
            bound.put("afterNumber", Typed.id(parts[1]));
            where.append(" and (o.").append(order.column).append(", o.number) ").append(order.beyond).append(" (:afterAt, :afterNumber)");
        } catch (DateTimeException unreadable) {
            bound.remove("afterAt");
        }
    }

    private static List<Occurrence> load(List<Long> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        List<Occurrence> found = Occurrence.list("from Occurrence o left join fetch o.services where o.number in ?1", numbers);
        return found.stream().distinct().sorted(Comparator.comparing(occurrence -> numbers.indexOf(occurrence.number))).toList();
    }

    private static String cursor(LogOrder order, Occurrence last) {
        return (order == LogOrder.FILED ? last.filedAt : last.occurredAt) + "_" + last.number;
    }
}
