package org.closecall.catalog;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.util.List;

/** A team in a list, with how many services in use it owns. One statement, however many there are. */
@TemplateData
public record TeamRow(Long id, String name, boolean archived, String lead, long services) {

    private static final String ROWS = """
            select t.id, t.name, t.archived_at is not null, p.name, count(s.id)
            from team t
            left join person p on p.id = t.lead_id
            left join service s on s.team_id = t.id and s.archived_at is null
            group by t.id, p.id
            order by lower(t.name)
            """;

    static List<TeamRow> all() {
        return Panache.getSession().createNativeQuery(ROWS, TeamRow.class).getResultList();
    }
}
