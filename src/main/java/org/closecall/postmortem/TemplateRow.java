package org.closecall.postmortem;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.Collectors;

/** A template in the list, with how many postmortems are written with any version of it. */
@TemplateData
public record TemplateRow(TemplateVersion latest, long written) {

    static List<TemplateRow> all() {
        var written = Panache.getEntityManager().createQuery("select p.template.template.id, count(*) from Postmortem p group by p.template.template.id", Object[].class).getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
        return TemplateVersion.latest().stream().map(latest -> new TemplateRow(latest, written.getOrDefault(latest.template.id, 0L))).toList();
    }
}
