package org.closecall.action;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.Collectors;

/** A strategy and how many actions are of it. Only those in use have a place and can be moved. */
@TemplateData
public record StrategyRow(Strategy strategy, long actions, boolean first, boolean last) {

    static List<StrategyRow> all() {
        var counts = Panache.getEntityManager().createQuery("select a.strategy.id, count(a) from ActionItem a where a.strategy is not null and a.deletedAt is null group by a.strategy.id", Object[].class)
                .getResultStream().collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
        var all = Strategy.everyOne();
        var inUse = all.stream().filter(strategy -> !strategy.archived()).toList();
        return all.stream().map(strategy -> new StrategyRow(strategy, counts.getOrDefault(strategy.id, 0L), inUse.indexOf(strategy) <= 0, inUse.indexOf(strategy) == inUse.size() - 1 || strategy.archived())).toList();
    }
}
