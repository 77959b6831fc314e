package org.closecall.catalog;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.Collectors;

/** A category and in how many postmortems it is, drafts too. Only those in use have a place and can be moved. */
@TemplateData
public record FactorCategoryRow(FactorCategory category, long postmortems, boolean first, boolean last) {

    static List<FactorCategoryRow> all() {
        var counts = Panache.getEntityManager().createQuery("select f.category.id, count(distinct f.postmortem.id) from ContributingFactor f group by f.category.id", Object[].class)
                .getResultStream().collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
        var all = FactorCategory.everyOne();
        var inUse = all.stream().filter(category -> !category.archived()).toList();
        return all.stream().map(category -> new FactorCategoryRow(category, counts.getOrDefault(category.id, 0L), inUse.indexOf(category) <= 0, inUse.indexOf(category) == inUse.size() - 1 || category.archived())).toList();
    }
}
