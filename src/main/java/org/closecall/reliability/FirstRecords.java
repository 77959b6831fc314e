package org.closecall.reliability;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.closecall.metrics.TimeRange;

/**
 * The first record of each service that has one, drills and removed ones apart. To find them all records are read, so
 * they are kept: what is written later is compared with them.
 */
record FirstRecords(Map<Long, First> byService) {

    record First(long occurrence, Instant at) {
    }

    private static final TimeRange EVER = new TimeRange(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"));
    private static final String COUNTED = " from occurrence_service os join occurrence o on o.id = os.occurrence_id where o.deleted_at is null and not o.drill";
    private static final String WRITTEN = "select os.service_id, o.id, date_part('epoch', o.occurred_at)" + COUNTED;
    /** %s: of which services. */
    private static final String ALL = "with f as (select os.service_id, min(o.occurred_at) as at" + COUNTED + "%s group by 1) select f.service_id, o.id, date_part('epoch', f.at)"
            + " from f join occurrence o on o.occurred_at = f.at and o.deleted_at is null and not o.drill join occurrence_service os on os.occurrence_id = o.id and os.service_id = f.service_id order by o.id";

    static FirstRecords kept(AsOf asOf) {
        return Kept.during(EVER, asOf.of(Part.OCCURRENCES), "first records", () -> read(ALL.formatted("")), FirstRecords::renewed, firsts -> firsts.byService.size());
    }

    private static FirstRecords read(String sql) {
        var firsts = new HashMap<Long, First>();
        Rows.read(sql, List.of(), row -> firsts.putIfAbsent(row.getLong(1), new First(row.getLong(2), FactQuery.at(row.getDouble(3)))));
        return new FirstRecords(firsts);
    }

    /** A service whose first record was written has perhaps another one now. */
    private FirstRecords renewed(Set<Long> written) {
        var firsts = new HashMap<>(byService);
        var lost = byService.entrySet().stream().filter(one -> written.contains(one.getValue().occurrence)).map(Map.Entry::getKey).collect(Collectors.toSet());
        lost.forEach(firsts::remove);
        if (!lost.isEmpty()) {
            firsts.putAll(read(ALL.formatted(" and os.service_id in (" + lost.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")")).byService);
        }
        read(WRITTEN + FactQuery.among(written) + " order by o.occurred_at, o.id").byService.forEach((service, first) -> firsts.merge(service, first, (one, other) -> other.at.isBefore(one.at) ? other : one));
        return new FirstRecords(firsts);
    }

    /** Null where it has none. */
    Instant of(long service) {
        var first = byService.get(service);
        return first == null ? null : first.at;
    }
}
