package org.closecall.library;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import jakarta.persistence.Query;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.closecall.postmortem.Postmortem;

/** One page of the library, newest first, and how many lessons match. */
@TemplateData
public record Lessons(List<Lesson> lessons, long total, String next) {

    static final int PAGE = 20;
    private static final String FROM = " from postmortem p join occurrence o on o.id = p.occurrence_id where ";

    static Lessons of(LessonFilter filter, ZoneId zone) {
        var where = new LessonConditions(filter, zone);
        var bound = where.bound;
        var total = (Long) query("select count(*)" + FROM + where, bound).getSingleResult();
        var ids = ids(filter.after, where.toString(), bound);
        var more = ids.size() > PAGE;
        var page = load(more ? ids.subList(0, PAGE) : ids);
        var excerpts = Excerpts.of(page.stream().map(postmortem -> postmortem.id).toList(), filter.words());
        return new Lessons(page.stream().map(postmortem -> new Lesson(postmortem, excerpts.getOrDefault(postmortem.id, List.of()))).toList(), total, more ? cursor(page.get(PAGE - 1)) : null);
    }

    @SuppressWarnings("unchecked")
    private static List<Long> ids(String after, String where, Map<String, Object> bound) {
        var beyond = beyond(after, bound);
        return query("select p.id" + FROM + where + beyond + " order by p.published_at desc, p.id desc", bound).setMaxResults(PAGE + 1).getResultList();
    }

    /** What cannot be read begins at the top. */
    private static String beyond(String after, Map<String, Object> bound) {
        var parts = after == null ? new String[0] : after.split("_");
        if (parts.length != 2 || !parts[1].matches("\\d{1,18}")) {
            return "";
        }
        try {
            bound.put("at", Instant.parse(parts[0]));
            bound.put("id", Long.valueOf(parts[1]));
            return " and (p.published_at, p.id) < (:at, :id)";
        } catch (DateTimeException unreadable) {
            return "";
        }
    }

    private static List<Postmortem> load(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Postmortem> found = Postmortem.list("from Postmortem p join fetch p.occurrence o left join fetch o.services where p.id in ?1", ids);
        return found.stream().distinct().sorted(Comparator.comparing(lesson -> ids.indexOf(lesson.id))).toList();
    }

    private static String cursor(Postmortem last) {
        return last.publishedAt + "_" + last.id;
    }

    private static Query query(String sql, Map<String, Object> bound) {
        var query = Panache.getEntityManager().createNativeQuery(sql, Long.class);
        bound.forEach(query::setParameter);
        return query;
    }
}
