package org.closecall.catalog;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;

/** How many of one kind a service had. Every kind is there, also with none. */
@TemplateData
public record KindCount(Kind kind, long count) {

    static List<KindCount> of(Service service, Instant since) {
        var counts = Occurrence.getEntityManager()
                .createQuery("select o.kind, count(o) from Occurrence o join o.services s where s = :service and o.deletedAt is null and o.occurredAt >= :since group by o.kind", Object[].class)
                .setParameter("service", service).setParameter("since", since).getResultStream()
                .collect(Collectors.toMap(row -> (Kind) row[0], row -> (Long) row[1]));
        return Arrays.stream(Kind.values()).map(kind -> new KindCount(kind, counts.getOrDefault(kind, 0L))).toList();
    }
}
