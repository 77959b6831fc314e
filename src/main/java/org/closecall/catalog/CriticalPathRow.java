package org.closecall.catalog;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;

/** A critical path in a list, with its services in order and how many incidents hit it lately. One statement, however many there are. */
@TemplateData
public record CriticalPathRow(Long id, String name, boolean archived, Long teamId, String team, String services, long recent) {

    private static final String ROWS = """
            select p.id, p.name, p.archived_at is not null, t.id, t.name,
              (select string_agg(s.name, ' → ' order by ps.position) from critical_path_service ps join service s on s.id = ps.service_id where ps.critical_path_id = p.id),
              (select count(*) from occurrence o where o.deleted_at is null and o.kind = 'INCIDENT' and o.occurred_at >= :since
                and exists (select from occurrence_service os join critical_path_service ps on ps.service_id = os.service_id and ps.critical_path_id = p.id where os.occurrence_id = o.id))
            from critical_path p
            left join team t on t.id = p.team_id
            order by lower(p.name)
            """;

    static List<CriticalPathRow> all(Instant since) {
        return Panache.getSession().createNativeQuery(ROWS, CriticalPathRow.class).setParameter("since", since).getResultList();
    }
}
