package org.closecall.library;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import jakarta.persistence.Query;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closecall.occurrence.Kind;

/**
 * What published postmortems name, what most of them name first. Each postmortem counts once for a thing, however often
 * it names it. Categories of factors are those of the versions that readers see; what controls did is read from the
 * records.
 *
 * @param among how many postmortems there are to count in
 * @param named how many of them name anything of this list
 * @param kinds which of them are told apart
 */
@TemplateData
public record Pareto(Of of, List<ParetoRow> rows, long among, long named, List<Kind> kinds) {

    /** What is counted, and how the library's filter asks for it. */
    public enum Of {
        FACTOR, HELD, GAVE_WAY;

        Map<String, String> asked(Object what) {
            return this == FACTOR ? Map.of("factor", what.toString()) : Map.of("control", what.toString(), "did", name());
        }
    }

    private static final String AMONG = "select count(*) from postmortem p join occurrence o on o.id = p.occurrence_id where %s";
    private static final String SQL = """
            with chosen as materialized (select p.publication_id, p.occurrence_id, o.kind from postmortem p join occurrence o on o.id = p.occurrence_id where %s),
            said as (
              select 'FACTOR' as list, c.occurrence_id, c.kind, k.id as what, k.name from chosen c join publication_factor f on f.publication_id = c.publication_id join factor_category k on k.id = f.category_id
              union all select d.did, c.occurrence_id, c.kind, k.id, k.name from chosen c cross join lateral %s d join control k on k.id = d.control_id),
            counted as (
              select list, what, name, count(*) as n, count(*) filter (where kind = 'INCIDENT') as incidents, count(*) filter (where kind = 'NEAR_MISS') as near_misses, count(*) filter (where kind = 'HAZARD') as hazards,
                row_number() over (partition by list order by count(*) desc, lower(name), what) as place
              from said group by list, what, name),
            first as (select s.list, s.occurrence_id, min(c.place) as place from said s join counted c on c.list = s.list and c.what = s.what group by s.list, s.occurrence_id),
            new as (select list, place, count(*) as n from first group by list, place)
            select c.list, c.what, c.name, c.n, c.incidents, c.near_misses, c.hazards, cast(sum(coalesce(w.n, 0)) over (partition by c.list order by c.place) as bigint)
            from counted c left join new w on w.list = c.list and w.place = c.place order by c.list, c.place""";

    /** All of them in two statements, however many lessons there are. */
    static Map<Of, Pareto> all(LessonFilter filter, ZoneId zone) {
        var where = new LessonConditions(filter, zone);
        var among = (Long) query(AMONG.formatted(where), Long.class, where.bound).getSingleResult();
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query(SQL.formatted(where, Did.in("c.occurrence_id")), Object[].class, where.bound).getResultList();
        return Arrays.stream(Of.values()).collect(Collectors.toMap(Function.identity(), of -> of(of, rows.stream().filter(row -> of.name().equals(row[0])).toList(), among, filter)));
    }

    private static Pareto of(Of of, List<Object[]> rows, long among, LessonFilter filter) {
        var named = rows.isEmpty() ? 0 : (Long) rows.get(rows.size() - 1)[7];
        return new Pareto(of, rows.stream().map(row -> ParetoRow.of(of, row, named, (Long) rows.get(0)[3], filter)).toList(), among, named, Kinds.of(filter.kind));
    }

    public long silent() {
        return among - named;
    }

    private static Query query(String sql, Class<?> type, Map<String, Object> bound) {
        var query = Panache.getEntityManager().createNativeQuery(sql, type);
        bound.forEach(query::setParameter);
        return query;
    }
}
