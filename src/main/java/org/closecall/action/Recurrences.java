package org.closecall.action;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.metrics.Reading;
import org.closecall.occurrence.Kind;

/**
 * What has happened since an action was verified that shares its service, and a factor or a control that failed or was
 * absent; and how much of that there was in an equally long time before. Counts only: a comparison would need far more.
 *
 * @param alike the newest of those since
 * @param before without the record it came from: one promises after something has happened, and that would make the time before look worse than usual
 */
@TemplateData
public record Recurrences(Compared compared, List<Alike> alike, long since, long before, long days) {

    static final int MOST = 10;
    /** What an action is about; where it does not say itself, its record does. A category for everything else is shared by what is not alike. */
    private static final String COMPARED = """
            with services as (
                select s.id, s.name from action_item a join service s on s.id = a.service_id or a.service_id is null and s.id in (select x.service_id from occurrence_service x where x.occurrence_id = a.occurrence_id) where a.id = :action),
              factors as (
                select c.id, c.name from action_item a join factor_category c on not c.catch_all and (c.id = a.factor_category_id or a.factor_category_id is null
                  and c.id in (select f.category_id from contributing_factor f join postmortem p on p.id = f.postmortem_id where p.occurrence_id = a.occurrence_id)) where a.id = :action),
              controls as (
                select c.id, c.name from action_item a join control c on c.id = a.control_id or a.control_id is null
                  and c.id in (select x.control_id from occurrence_control x where x.occurrence_id = a.occurrence_id and x.state in ('FAILED', 'ABSENT')) where a.id = :action)
            select (select array_agg(id) from services), (select string_agg(name, ', ' order by name) from services), (select array_agg(id) from factors),
              (select string_agg(name, ', ' order by name) from factors), (select array_agg(id) from controls), (select string_agg(name, ', ' order by name) from controls)""";
    private static final String ALIKE = """
            with near as materialized (
              select o.id, o.number, o.title, o.kind, o.occurred_at,
                (select string_agg(s.name, ', ' order by s.name) from occurrence_service x join service s on s.id = x.service_id where x.occurrence_id = o.id and s.id = any(:services)) as services,
                (select string_agg(distinct c.name, ', ') from postmortem p join contributing_factor f on f.postmortem_id = p.id join factor_category c on c.id = f.category_id
                  where p.occurrence_id = o.id and c.id = any(:factors)) as factors,
                (select string_agg(c.name, ', ' order by c.name) from occurrence_control x join control c on c.id = x.control_id
                  where x.occurrence_id = o.id and x.state in ('FAILED', 'ABSENT') and c.id = any(:controls)) as controls
              from occurrence o where o.deleted_at is null and o.occurred_at > :from and o.occurred_at <= :now and o.id <> :own
                and (cardinality(:services) = 0 or o.id in (select x.occurrence_id from occurrence_service x where x.service_id = any(:services))))
            select number, title, kind, occurred_at, services, factors, controls, count(*) filter (where occurred_at > :verified) over (), count(*) over ()
            from near where factors is not null or controls is not null or cardinality(:factors) + cardinality(:controls) = 0
            order by occurred_at desc, number desc limit :most""";

    /** What it is compared by: ids, and names in words; null where there is none. */
    @TemplateData
    public record Compared(Long[] services, String serviceNames, Long[] factors, String factorNames, Long[] controls, String controlNames) {

        static Compared of(ActionItem action) {
            var row = (Object[]) Panache.getEntityManager().createNativeQuery(COMPARED, Object[].class).setParameter("action", action.id).getSingleResult();
            return new Compared(ids(row[0]), (String) row[1], ids(row[2]), (String) row[3], ids(row[4]), (String) row[5]);
        }

        public boolean anything() {
            return services.length + factors.length + controls.length > 0;
        }

        /** Payments, and Configuration or Canary release failing or absent */
        public String inWords() {
            var what = Stream.of(factorNames == null ? null : "the factor " + factorNames, controlNames == null ? null : controlNames + " failing or absent").filter(one -> one != null).collect(Collectors.joining(", or "));
            return Stream.of(serviceNames, what.isEmpty() ? null : what).filter(one -> one != null).collect(Collectors.joining(", and "));
        }

        private static Long[] ids(Object array) {
            return array == null ? new Long[0] : Arrays.stream((Object[]) array).map(id -> ((Number) id).longValue()).toArray(Long[]::new);
        }
    }

    /** One of them, and what it shares. */
    @TemplateData
    public record Alike(long number, String title, Kind kind, Instant occurredAt, String services, String factors, String controls) {

        /** Payments; factor Configuration; Canary release failed or was absent */
        public String shared() {
            return Stream.of(services, factors == null ? null : "factor " + factors, controls == null ? null : controls + " failed or was absent").filter(one -> one != null).collect(Collectors.joining("; "));
        }
    }

    static Recurrences of(ActionItem action, Instant now) {
        var compared = Compared.of(action);
        var span = Duration.between(action.verifiedAt, now);
        var rows = compared.anything() ? rows(action, compared, span, now) : List.<Object[]>of();
        var since = rows.isEmpty() ? 0 : (long) rows.get(0)[7];
        var alike = rows.stream().limit(since).map(row -> new Alike((long) row[0], (String) row[1], Kind.valueOf((String) row[2]), (Instant) row[3], (String) row[4], (String) row[5], (String) row[6])).toList();
        return new Recurrences(compared, alike, since, rows.isEmpty() ? 0 : (long) rows.get(0)[8] - since, Math.max(1, Math.round(span.toMinutes() / (double) ChronoUnit.DAYS.getDuration().toMinutes())));
    }

    private static List<Object[]> rows(ActionItem action, Compared by, Duration span, Instant now) {
        return Panache.getEntityManager().createNativeQuery(ALIKE, Object[].class).setParameter("services", by.services).setParameter("factors", by.factors).setParameter("controls", by.controls)
                .setParameter("from", action.verifiedAt.minus(span)).setParameter("verified", action.verifiedAt).setParameter("now", now)
                .setParameter("own", action.occurrence == null ? -1L : action.occurrence.id).setParameter("most", MOST).getResultList();
    }

    /** In the words of METRICS for few of anything. */
    public String reading() {
        return !Reading.of(since + before).trendShown() ? "Too few to tell from counts: read what happened." : "Whether that is more than chance the counts alone do not say: read what happened.";
    }

    public boolean more() {
        return since > alike.size();
    }
}
