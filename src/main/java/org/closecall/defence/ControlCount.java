package org.closecall.defence;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** In how many records a control did what. */
@TemplateData
public record ControlCount(Long control, ControlState state, long records) {

    private static final String COUNTS = """
            select new org.closecall.defence.ControlCount(c.control.id, c.state, count(*))
            from OccurrenceControl c where c.occurrence.deletedAt is null
            group by c.control.id, c.state""";

    /** One statement for all; a control that was never concerned has no entry. */
    public static Map<Long, List<ControlCount>> byControl() {
        return Panache.getEntityManager().createQuery(COUNTS, ControlCount.class).getResultStream()
                .sorted(Comparator.comparing(ControlCount::state)).collect(Collectors.groupingBy(ControlCount::control));
    }
}
