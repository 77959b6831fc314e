package org.closecall.sample;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;

/** What a person did to something of the sample: it goes when the sample goes. of and path are null where there is no page of it. */
@TemplateData
public record Added(Instant at, String by, String verb, String of, String path) {

    private static final String FROM = """
             from change c join person p on p.id = c.person_id and not p.sample
            left join occurrence o on o.id = c.occurrence_id
            left join action_item a on c.subject = 'action' and a.id = c.subject_id
            where exists (select 1 from sample_row r where r.subject = 'occurrence' and r.subject_id = c.occurrence_id)
              or exists (select 1 from sample_row r where r.subject = c.subject and r.subject_id = c.subject_id)
            """;
    private static final String LATEST = """
            select c.at, p.name, c.verb, case when o.id is not null then '#' || o.number || ' ' || o.title when a.id is not null then a.title else c.subject end,
              case when a.id is not null then '/actions/' || a.id when o.id is not null then '/occurrences/' || o.number end""";

    /** Newest first. */
    static List<Added> latest(int most) {
        return Panache.getSession().createNativeQuery(LATEST + FROM + " order by c.id desc", Added.class).setMaxResults(most).getResultList();
    }

    static long count() {
        return ((Number) Panache.getEntityManager().createNativeQuery("select count(*)" + FROM).getSingleResult()).longValue();
    }
}
