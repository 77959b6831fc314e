package org.closecall.review;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import org.closecall.web.Viewer;

/** How many postmortems are owed, and by whom, in one statement. */
@TemplateData
public record OwedCounts(long all, long mine, long ofMyTeams, long late) {

    static OwedCounts of(OwedConditions conditions, Viewer viewer) {
        var sql = "select count(*), count(*) filter (where %s), count(*) filter (where %s), count(*) filter (where %s) from occurrence o where %s"
                .formatted(OwedConditions.MINE, OwedConditions.OF_MY_TEAMS, conditions.late(viewer), conditions.where);
        var counted = (Object[]) conditions.with("me", viewer.person().id).bind(Panache.getEntityManager().createNativeQuery(sql, Object[].class)).getSingleResult();
        return new OwedCounts((Long) counted[0], (Long) counted[1], (Long) counted[2], (Long) counted[3]);
    }
}
