package org.closecall.prevention;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import jakarta.persistence.Query;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One page of a kind, newest first, and how many match. Pages by key: what was added meanwhile moves nothing. */
@TemplateData
public record PreventionList<E extends PreventionRecord>(PreventionKind kind, List<E> rows, long total, String next, Set<Long> relapsed) {

    static final int PAGE = 50;
    private static final String ORDER = " order by r.at desc, r.id desc";

    static <E extends PreventionRecord> PreventionList<E> of(PreventionKind kind, PreventionFilter filter, ZoneId zone, int most) {
        var all = new PreventionConditions(kind, filter, zone);
        var total = ((Number) query("select count(*)" + all, all.bound).getSingleResult()).longValue();
        var page = new PreventionConditions(kind, filter, zone).beyond(filter.after);
        @SuppressWarnings("unchecked")
        List<Long> ids = query("select r.id" + page + ORDER, page.bound).setMaxResults(most + 1).getResultList();
        var more = ids.size() > most;
        var rows = kind.<E>load(more ? ids.subList(0, most) : ids);
        return new PreventionList<>(kind, rows, total, more ? cursor(rows.get(most - 1)) : null, kind == PreventionKind.REMEDIATION ? relapsed(rows.stream().map(row -> row.id).toList()) : Set.of());
    }

    /** Those of the runs whose trigger came back soon after. */
    @SuppressWarnings("unchecked")
    static Set<Long> relapsed(List<Long> ids) {
        return ids.isEmpty() ? Set.of() : Set.copyOf(query("select r.id from remediation r where r.id in (:ids) and " + PreventionOutcome.RELAPSED.condition, Map.of("ids", ids)).getResultList());
    }

    /** The types of remediations or failure modes there are, for pickers: those used last come first where there are very many. */
    @SuppressWarnings("unchecked")
    static List<String> types(PreventionKind kind) {
        var column = kind == PreventionKind.REMEDIATION ? "type" : "mode";
        return Panache.getEntityManager().createNativeQuery("select min(x.name) from (select r." + column + " as name from " + kind.table + " r where r.deleted_at is null order by r.at desc limit 10000) x group by lower(x.name) order by lower(min(x.name)) limit 200", String.class).getResultList();
    }

    private static String cursor(PreventionRecord last) {
        return last.at + "_" + last.id;
    }

    private static Query query(String sql, Map<String, Object> bound) {
        var query = Panache.getEntityManager().createNativeQuery(sql, Long.class);
        bound.forEach(query::setParameter);
        return query;
    }
}
