package org.closecall.catalog;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.util.List;

/** A tag in a list, with how many occurrences carry it. One statement a page. */
@TemplateData
public record TagRow(Long id, String name, long uses) {

    private static final String ROWS = """
            select t.id, t.name, (select count(*) from occurrence_tag ot join occurrence o on o.id = ot.occurrence_id
                where ot.tag_id = t.id and o.deleted_at is null)
            from tag t
            where cast(:after as text) is null or lower(t.name) > lower(:after)
            order by lower(t.name)
            """;

    static List<TagRow> after(String name, int most) {
        return Panache.getSession().createNativeQuery(ROWS, TagRow.class)
                .setParameter("after", name).setMaxResults(most).getResultList();
    }
}
