package org.closecall.catalog;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;

/** A service in a list, with how often it was hit lately. One statement, however many there are. */
@TemplateData
public record ServiceRow(Long id, String name, int tier, boolean archived, Long teamId, String team, long recent) {

    private static final String ROWS = """
            select s.id, s.name, s.tier, s.archived_at is not null, t.id, t.name, count(o.id)
            from service s
            left join team t on t.id = s.team_id
            left join (occurrence_service os join occurrence o on o.id = os.occurrence_id
                and o.deleted_at is null and o.occurred_at >= :since) on os.service_id = s.id
            where cast(:team as bigint) is null or s.team_id = :team
            group by s.id, t.id
            order by lower(t.name) nulls last, s.tier, lower(s.name)
            """;

    static List<ServiceRow> all(Instant since) {
        return rows(null, since);
    }

    static List<ServiceRow> of(Team team, Instant since) {
        return rows(team.id, since);
    }

    private static List<ServiceRow> rows(Long team, Instant since) {
        return Panache.getSession().createNativeQuery(ROWS, ServiceRow.class)
                .setParameter("team", team).setParameter("since", since).getResultList();
    }

    public String tierWords() {
        return Tier.of(tier).words;
    }
}
