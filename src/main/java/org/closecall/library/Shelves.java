package org.closecall.library;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.closecall.web.Option;

/** What the lessons can be chosen by: only what at least one of them has. One statement for all. */
@TemplateData
public record Shelves(List<Option> services, List<Option> factors, List<Option> controls, List<Option> tags, List<Option> years) {

    private static final String SQL = """
            with lesson as materialized (select p.publication_id, p.occurrence_id, o.occurred_at from postmortem p join occurrence o on o.id = p.occurrence_id
              where p.published_at is not null and o.deleted_at is null)
            select * from (
              select distinct 'service' as shelf, cast(s.id as text) as value, s.name as label from lesson l join occurrence_service os on os.occurrence_id = l.occurrence_id join service s on s.id = os.service_id
              union all select distinct 'factor', cast(c.id as text), c.name from lesson l join publication_factor f on f.publication_id = l.publication_id join factor_category c on c.id = f.category_id
              union all select distinct 'control', cast(c.id as text), c.name from lesson l join occurrence_control oc on oc.occurrence_id = l.occurrence_id join control c on c.id = oc.control_id
              union all select distinct 'tag', t.name, t.name from lesson l join occurrence_tag ot on ot.occurrence_id = l.occurrence_id join tag t on t.id = ot.tag_id
              union all select distinct 'year', to_char(l.occurred_at at time zone :zone, 'YYYY'), to_char(l.occurred_at at time zone :zone, 'YYYY') from lesson l) found
            order by shelf, case when shelf = 'year' then label end desc, lower(label)""";

    static Shelves of(ZoneId zone) {
        List<Object[]> rows = Panache.getEntityManager().createNativeQuery(SQL, Object[].class).setParameter("zone", zone.getId()).getResultList();
        Map<String, List<Option>> shelves = rows.stream()
                .collect(Collectors.groupingBy(row -> (String) row[0], Collectors.mapping(row -> Option.of(row[1], (String) row[2]), Collectors.toList())));
        return new Shelves(on(shelves, "service"), on(shelves, "factor"), on(shelves, "control"), on(shelves, "tag"), on(shelves, "year"));
    }

    private static List<Option> on(Map<String, List<Option>> shelves, String shelf) {
        return shelves.getOrDefault(shelf, List.of());
    }
}
