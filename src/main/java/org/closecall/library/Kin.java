package org.closecall.library;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateExtension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closecall.postmortem.Postmortem;

/** A lesson that is like the one being read, and what they share; empty for nothing of that. */
@TemplateData
public record Kin(Postmortem postmortem, List<String> factors, List<String> services, List<String> controls) {

    private static final int MOST = 4;
    /** A factor in common says more than a place in common; what is everybody's category says nothing. */
    private static final String SQL = """
            with mine as (
              select c.id, c.name from factor_category c where not c.catch_all and (
                exists (select 1 from publication_factor f join postmortem p on p.publication_id = f.publication_id where p.id = :id and f.category_id = c.id)
                or exists (select 1 from contributing_factor f join postmortem p on p.id = f.postmortem_id where p.id = :id and p.publication_id is null and f.category_id = c.id))),
            my_control as (select oc.control_id from occurrence_control oc where oc.occurrence_id = :occurrence and oc.state in ('FAILED', 'ABSENT')),
            my_service as (select os.service_id from occurrence_service os where os.occurrence_id = :occurrence),
            near as (
              (select p.id from postmortem p where p.published_at is not null and exists (select 1 from publication_factor f join mine m on m.id = f.category_id where f.publication_id = p.publication_id) order by p.published_at desc limit 200)
              union (select p.id from postmortem p join occurrence_service os on os.occurrence_id = p.occurrence_id join my_service m on m.service_id = os.service_id where p.published_at is not null order by p.published_at desc limit 200)
              union (select p.id from postmortem p join occurrence_control oc on oc.occurrence_id = p.occurrence_id join my_control m on m.control_id = oc.control_id where p.published_at is not null and oc.state in ('FAILED', 'ABSENT') order by p.published_at desc limit 200)),
            shared as (
              select p.id, p.published_at,
                array(select m.name from publication_factor f join mine m on m.id = f.category_id where f.publication_id = p.publication_id order by 1) as factors,
                array(select s.name from occurrence_service os join my_service m on m.service_id = os.service_id join service s on s.id = os.service_id where os.occurrence_id = o.id order by 1) as services,
                array(select c.name from occurrence_control oc join my_control m on m.control_id = oc.control_id join control c on c.id = oc.control_id
                  where oc.occurrence_id = o.id and oc.state in ('FAILED', 'ABSENT') order by 1) as controls,
                similarity(p.title, :title) as title
              from postmortem p join occurrence o on o.id = p.occurrence_id where p.id in (select id from near) and p.id <> :id and o.deleted_at is null)
            select id, factors, services, controls from shared
            order by 2 * cardinality(factors) + cardinality(services) + 2 * cardinality(controls) + 2 * title desc, published_at desc, id desc limit :most""";

    /** The most alike first. */
    @TemplateExtension(matchName = "kin")
    static List<Kin> of(Postmortem postmortem) {
        List<Object[]> rows = Panache.getEntityManager().createNativeQuery(SQL, Object[].class).setParameter("id", postmortem.id).setParameter("occurrence", postmortem.occurrence.id)
                .setParameter("title", postmortem.title).setParameter("most", MOST).getResultList();
        var ids = rows.stream().map(row -> (Long) row[0]).toList();
        Map<Long, Postmortem> byId = ids.isEmpty() ? Map.of() : Postmortem.<Postmortem>list("from Postmortem p join fetch p.occurrence where p.id in ?1", ids).stream()
                .collect(Collectors.toMap(one -> one.id, Function.identity()));
        return rows.stream().map(row -> new Kin(byId.get((Long) row[0]), names(row[1]), names(row[2]), names(row[3]))).toList();
    }

    private static List<String> names(Object array) {
        return Arrays.asList((String[]) array);
    }

    /** a factor of Configuration; the same service Payments; a hole in Code review */
    public String shares() {
        var shared = new ArrayList<String>();
        add(shared, "a factor of ", factors);
        add(shared, "the service ", services);
        add(shared, "a hole in ", controls);
        return String.join("; ", shared);
    }

    private static void add(List<String> shared, String what, List<String> names) {
        if (!names.isEmpty()) {
            shared.add(what + String.join(", ", names));
        }
    }
}
