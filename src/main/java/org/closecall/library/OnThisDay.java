package org.closecall.library;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closecall.postmortem.Postmortem;

/** A lesson whose occurrence was on this day of another year. */
@TemplateData
public record OnThisDay(Postmortem postmortem, int yearsAgo) {

    private static final int MOST = 3;
    private static final String SQL = """
            select p.id, y.ago from generate_series(1, 30) as y (ago)
            join occurrence o on o.occurred_at >= cast(cast(:day as date) - make_interval(years => y.ago) as timestamp) at time zone :zone
              and o.occurred_at < cast(cast(:day as date) - make_interval(years => y.ago) + interval '1 day' as timestamp) at time zone :zone
            join postmortem p on p.occurrence_id = o.id
            where p.published_at is not null and o.deleted_at is null order by y.ago, p.id limit :most""";

    /** The latest years first. */
    public static List<OnThisDay> of(LocalDate today, ZoneId zone) {
        List<Object[]> rows = Panache.getEntityManager().createNativeQuery(SQL, Object[].class).setParameter("day", today).setParameter("zone", zone.getId()).setParameter("most", MOST).getResultList();
        var ids = rows.stream().map(row -> (Long) row[0]).toList();
        Map<Long, Postmortem> byId = ids.isEmpty() ? Map.of() : Postmortem.<Postmortem>list("from Postmortem p join fetch p.occurrence where p.id in ?1", ids).stream()
                .collect(Collectors.toMap(one -> one.id, Function.identity()));
        return rows.stream().map(row -> new OnThisDay(byId.get((Long) row[0]), ((Number) row[1]).intValue())).toList();
    }
}
